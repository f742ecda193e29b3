// made from the registry by `npm run docs:sources`: do not edit.
import type { Source } from './source';

type KnownSource = Pick<Source, 'id' | 'name' | 'certainty' | 'places'>;

/** What people are told about each source, without its reader. */
export const sourceList: readonly KnownSource[] = [
  {
    id: 'claude-code',
    name: 'Claude Code',
    certainty: 'real files',
    places: ['~/.claude/projects', '~/.config/claude/projects'],
  },
  {
    id: 'anthropic-cost',
    name: 'Anthropic cost export',
    certainty: 'documentation',
    places: ['platform.claude.com: Cost, Export'],
  },
  {
    id: 'anthropic-usage',
    name: 'Anthropic usage export',
    certainty: 'documentation',
    places: ['platform.claude.com: Usage, Export'],
  },
  {
    id: 'cursor-usage',
    name: 'Cursor usage export',
    certainty: 'documentation',
    places: ['cursor.com/dashboard: Usage, Export CSV'],
  },
  {
    id: 'helicone',
    name: 'Helicone export',
    certainty: 'documentation',
    places: ['Helicone: Requests, Export, or its export tool'],
  },
  {
    id: 'langfuse',
    name: 'Langfuse export',
    certainty: 'documentation',
    places: ['Langfuse: Observations, Export, or its blob storage export'],
  },
  {
    id: 'litellm',
    name: 'LiteLLM spend logs',
    certainty: 'documentation',
    places: ['The proxy’s /spend/logs, or the table LiteLLM_SpendLogs'],
  },
  {
    id: 'openai-activity',
    name: 'OpenAI activity export (legacy)',
    certainty: 'documentation',
    places: ['platform.openai.com: Usage, Activity, Export'],
  },
  {
    id: 'openai-cost',
    name: 'OpenAI cost export',
    certainty: 'documentation',
    places: ['platform.openai.com: Usage, Costs, Export'],
  },
  {
    id: 'openai-usage',
    name: 'OpenAI usage export',
    certainty: 'real files',
    places: ['platform.openai.com: Usage, Export'],
  },
  {
    id: 'openrouter-activity',
    name: 'OpenRouter activity export',
    certainty: 'documentation',
    places: ['openrouter.ai/activity: Export'],
  },
  { id: 'api-response', name: 'API response', certainty: 'documentation', places: [] },
  {
    id: 'codex-cli',
    name: 'Codex CLI',
    certainty: 'real files',
    places: ['~/.codex/sessions', '~/.codex/archived_sessions'],
  },
  { id: 'copilot-cli', name: 'Copilot CLI', certainty: 'real files', places: ['~/.copilot/session-state'] },
  { id: 'gemini-cli', name: 'Gemini CLI', certainty: 'real files', places: ['~/.gemini/tmp'] },
  { id: 'opencode', name: 'OpenCode', certainty: 'documentation', places: ['~/.local/share/opencode'] },
  { id: 'otlp', name: 'OpenTelemetry (OTLP JSON)', certainty: 'documentation', places: [] },
];
