import { amp } from './amp';
import { cline } from './cline';
import { clineCli } from './cline-cli';
import { grokBuild } from './grok-build';
import { kimiCode } from './kimi-code';
import { mistralVibe } from './mistral-vibe';
import { pi } from './pi';
import { qwenCode } from './qwen-code';
import { anthropicCost } from './anthropic-cost';
import { anthropicUsage } from './anthropic-usage';
import { apiResponse } from './api-response';
import { claudeCode } from './claude-code';
import { codexCli } from './codex-cli';
import { copilotCli } from './copilot-cli';
import { cursorUsage } from './cursor-usage';
import { geminiCli } from './gemini-cli';
import { helicone } from './helicone';
import { langfuse } from './langfuse';
import { litellm } from './litellm';
import { openaiActivity } from './openai-activity';
import { openaiCost } from './openai-cost';
import { openaiUsage } from './openai-usage';
import { opencode } from './opencode';
import { openrouterActivity } from './openrouter-activity';
import { otlp } from './otlp';
import { aider } from './aider';
import { openhands } from './openhands';
import { inspectAi } from './inspect-ai';
import { vercelAiSdk } from './vercel-ai-sdk';
import { bedrockLog } from './bedrock-log';
import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';
import type { Source } from './source';

/** Every source, in the order in which they are asked whether a file is theirs. A new source is one line here. */
export const sources: readonly Source[] = [
  // Coding agents
  claudeCode,
  codexCli,
  copilotCli,
  geminiCli,
  opencode,
  cline,
  clineCli,
  pi,
  kimiCode,
  qwenCode,
  grokBuild,
  amp,
  mistralVibe,
  // Databases of agents and other programs
  // Exports of providers, gateways and observability tools
  anthropicCost,
  anthropicUsage,
  cursorUsage,
  helicone,
  langfuse,
  litellm,
  openaiActivity,
  openaiCost,
  openaiUsage,
  openrouterActivity,
  bedrockLog,
  vercelAiSdk,
  apiResponse,
  otlp,
  // Evaluation and research agents
  aider,
  openhands,
  inspectAi,
];

/** The source that recognizes the beginning of a file, or null. */
export function detectSource(head: FileHead): Source | null {
  return sources.find((source) => source.detect?.(head) === true) ?? null;
}

/** The source that has all of its tables in a database, or null. */
export function sourceOfDatabase(database: Pick<UntrustedDatabase, 'plainColumns'>): Source | null {
  return sources.find(({ tables }) => tables !== undefined && hasTables(database, tables)) ?? null;
}

export function sourceById(id: string): Source | null {
  return sources.find((source) => source.id === id) ?? null;
}

/** Whether a database has all of these tables, each with at least these columns. */
export function hasTables(
  database: Pick<UntrustedDatabase, 'plainColumns'>,
  tables: NonNullable<Source['tables']>,
): boolean {
  return Object.entries(tables).every(([table, columns]) => {
    const known = database.plainColumns(table);
    return columns.every((column) => known.includes(column)) && known.length > 0;
  });
}
