import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';
import { hasTables } from './registry';
import type { Tables } from './source';

interface ToolWithoutCounts {
  /** Recognizes the file by its content. For encrypted files, only the path identifies the tool. */
  detect?(head: FileHead): boolean;
  /** For a database: a table that only this tool's databases have, or tables with these columns. */
  tables?: Tables;
  /** The sentence shown instead of "not a usage log": why nothing can be counted, and what can be used instead. */
  says: string;
}

const cursor =
  'Cursor’s own files contain no usable token counts. Export them at cursor.com: Dashboard, Usage, Export CSV.';
const kiro =
  'Kiro records credits instead of token counts here. Its editor counts tokens in globalStorage/kiro.kiroagent/dev_data.';

/** Tools whose files users import, but that record no token counts. */
const tools: readonly ToolWithoutCounts[] = [
  {
    detect: ({ keys }) => keys.has('mapping') && keys.has('create_time'),
    says: 'A ChatGPT export contains no token counts. For OpenAI’s API, export them at platform.openai.com: Usage, Export. Codex keeps them in ~/.codex/sessions.',
  },
  {
    detect: ({ keys }) => keys.has('chat_messages') && keys.has('uuid'),
    says: 'An export of Claude chats contains no token counts. For Anthropic’s API, export them at platform.claude.com: Usage, Export. Claude Code keeps them in ~/.claude/projects.',
  },
  {
    detect: ({ keys }) =>
      (keys.get('header') ?? '').startsWith('Gemini') && keys.has('title') && keys.has('time'),
    says: 'A Google Takeout of Gemini contains no token counts. Gemini CLI keeps them in ~/.gemini/tmp.',
  },
  {
    tables: { cursorDiskKV: [] },
    says: cursor,
  },
  {
    // The transcripts of its agent, and the databases of its command line.
    detect: ({ path }) => /(?:^|\/)\.cursor\/(?:projects|chats)\//.test(path),
    tables: { blobs: ['id', 'data'], meta: ['key', 'value'] },
    says: cursor,
  },
  {
    tables: { ItemTable: [] },
    says: 'A code editor’s own database contains no token counts. Its extensions keep theirs in globalStorage, next to it.',
  },
  {
    detect: ({ path, startsAsJson }) =>
      /(?:^|\/)(?:\.codeium|windsurf(?:-next)?\/cascade)\//.test(path) && !startsAsJson,
    says: 'Windsurf’s conversations are encrypted, so no token counts can be read. Windsurf’s account page shows your usage.',
  },
  {
    detect: ({ path, startsAsJson }) => /(?:^|\/)antigravity(?:-cli|-ide)?\//.test(path) && !startsAsJson,
    says: 'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
  },
  {
    tables: { gen_metadata: [] },
    says: 'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
  },
  {
    detect: ({ keys }) =>
      keys.has('variant') && keys.has('timestamp') && keys.has('content') && keys.has('id'),
    says: 'Codebuff records credits instead of token counts, so nothing was counted.',
  },
  {
    // Sessions of the command line, and the chats of earlier editors.
    detect: ({ keys, keysOfLines }) =>
      (keys.has('session_id') && keys.has('session_state')) ||
      (keys.has('executionId') && keys.has('actionId') && keys.has('chat')) ||
      keysOfLines.some(
        (line) =>
          /^(?:Prompt|AssistantMessage|ToolResults)$/.test(line.get('kind') ?? '') &&
          line.has('version') &&
          line.has('data'),
      ),
    tables: { conversations_v2: [] },
    says: kiro,
  },
  {
    detect: ({ path }) => /(?:^|\/)JetBrains\/(?:.*\/)?aia(?:-[\w-]+)?\//.test(path),
    says: 'JetBrains AI Assistant records no token counts. Junie keeps them in ~/.junie/sessions; quotas are shown in the editor’s AI settings.',
  },
  {
    detect: ({ keys }) => ['chatId', 'role', 'content', 'createdAt'].every((key) => keys.has(key)),
    says: 'An export of Le Chat contains no token counts. For Mistral’s API, its console shows the usage. Mistral Vibe keeps it in ~/.vibe/logs/session.',
  },
  {
    detect: ({ path }) =>
      /(?:^|\/)(?:\.(?:commandcode|zencoder|qwenpaw|copaw)|\.snowflake\/cortex)\//.test(path),
    says: 'This tool records no token counts. Its provider’s website may show or export the usage.',
  },
  {
    tables: { sessions: ['total_input_tokens', 'total_output_tokens', 'total_nano_aiu'] },
    says: 'The database of Copilot’s desktop app repeats the sums of its sessions. Import them from ~/.copilot/session-state instead.',
  },
];

/** The sentence for a file that begins like this, or null. */
export function sayingOf(head: FileHead): string | null {
  return tools.find((tool) => tool.detect?.(head) === true)?.says ?? null;
}

/** The sentence for this database, or null. */
export function sayingOfDatabase(database: Pick<UntrustedDatabase, 'plainColumns'>): string | null {
  return tools.find(({ tables }) => tables !== undefined && hasTables(database, tables))?.says ?? null;
}
