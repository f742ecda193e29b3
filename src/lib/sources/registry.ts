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
import { anthropicUsageApi } from './anthropic-usage-api';
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
import { openaiUsageApi } from './openai-usage-api';
import { opencode } from './opencode';
import { openrouterActivity } from './openrouter-activity';
import { openrouterDaily } from './openrouter-daily';
import { opencodeConsole } from './opencode-console';
import { otlp } from './otlp';
import { aider } from './aider';
import { openhands } from './openhands';
import { inspectAi } from './inspect-ai';
import { vercelAiSdk } from './vercel-ai-sdk';
import { bedrockLog } from './bedrock-log';
import { goose } from './goose';
import { hermes } from './hermes';
import { crush } from './crush';
import { zed } from './zed';
import { llm } from './llm';
import { zcode } from './zcode';
import { forge } from './forge';
import { shelley } from './shelley';
import { warp } from './warp';
import { anythingllm } from './anythingllm';
import { continueDev } from './continue';
import { openWebui } from './open-webui';
import { mlflow } from './mlflow';
import { aiderHistory } from './aider-history';
import { sweAgent } from './swe-agent';
import { dsh } from './dsh';
import { droid } from './droid';
import { kimiCli } from './kimi-cli';
import { junie } from './junie';
import { mux } from './mux';
import { gptme } from './gptme';
import { lmStudio } from './lm-studio';
import { ollama } from './ollama';
import { librechat } from './librechat';
import { langsmith } from './langsmith';
import { weave } from './weave';
import { cloudflareGateway } from './cloudflare-gateway';
import { portkey } from './portkey';
import { vercelReport } from './vercel-report';
import { copilotChat } from './copilot-chat';
import { copilotTraces } from './copilot-traces';
import { poolside } from './poolside';
import { quickDesktop } from './quick-desktop';
import { lingtai } from './lingtai';
import { zerostack } from './zerostack';
import { atif } from './atif';
import { piebald } from './piebald';
import { workbuddy } from './workbuddy';
import { codewhale } from './codewhale';
import { positAssistant } from './posit-assistant';
import { cherryStudio } from './cherry-studio';
import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';
import type { Source, Tables } from './source';

/** Every source, in the order in which they are tried on a file. Adding a source adds one line here. */
export const sources: readonly Source[] = [
  // Coding agents
  claudeCode,
  codexCli,
  copilotCli,
  geminiCli,
  // Before OpenCode, because it has OpenCode's tables as well.
  zcode,
  opencode,
  cline,
  clineCli,
  pi,
  kimiCode,
  qwenCode,
  grokBuild,
  amp,
  mistralVibe,
  copilotChat,
  copilotTraces,
  dsh,
  droid,
  kimiCli,
  junie,
  mux,
  poolside,
  quickDesktop,
  lingtai,
  zerostack,
  workbuddy,
  codewhale,
  positAssistant,
  continueDev,
  // Databases of agents and other programs
  goose,
  hermes,
  crush,
  zed,
  forge,
  shelley,
  piebald,
  warp,
  llm,
  openWebui,
  librechat,
  anythingllm,
  cherryStudio,
  lmStudio,
  ollama,
  // Exports of providers, gateways and observability tools
  anthropicCost,
  anthropicUsage,
  anthropicUsageApi,
  cursorUsage,
  helicone,
  langfuse,
  litellm,
  openaiActivity,
  openaiCost,
  openaiUsage,
  openaiUsageApi,
  openrouterActivity,
  openrouterDaily,
  opencodeConsole,
  bedrockLog,
  cloudflareGateway,
  portkey,
  vercelReport,
  langsmith,
  weave,
  mlflow,
  vercelAiSdk,
  apiResponse,
  otlp,
  // Evaluation and research agents
  aider,
  aiderHistory,
  sweAgent,
  atif,
  openhands,
  inspectAi,
  // Last, because its lines look like those of many others.
  gptme,
];

/**
 * The sources of which users have thousands of files; they come first in the list. A few of their lines are enough to
 * recognize them.
 */
const largest = [claudeCode, codexCli];

/** Like `detectSource`, for a head that may be too short for other sources. */
export function detectLargest(head: FileHead): Source | null {
  return largest.find((source) => source.detect?.(head) === true) ?? null;
}

/** The source that recognizes the start of a file, or null. */
export function detectSource(head: FileHead): Source | null {
  return sources.find((source) => source.detect?.(head) === true) ?? null;
}

/** The source all of whose tables a database has, or null. */
export function sourceOfDatabase(database: Pick<UntrustedDatabase, 'plainColumns'>): Source | null {
  return sources.find(({ tables }) => tables !== undefined && hasTables(database, tables)) ?? null;
}

/** Whether any tool's database has this name. */
export function isNameOfDatabase(name: string): boolean {
  return sources.some(({ databases = [] }) => databases.includes(name));
}

/** Also accepts the id of a tool that writes another one's format. */
export function sourceById(id: string): Source | null {
  return (
    sources.find((source) => source.id === id || source.siblings?.some((sibling) => sibling.id === id)) ??
    null
  );
}

/**
 * The id under which a file's usage is stored: the source's own, or that of the sibling whose folder contains the
 * file.
 */
export function idOfFile({ id, siblings = [] }: Source, path: string): string {
  const folders = new Set(path.split('/'));
  return siblings.find((sibling) => sibling.folders.some((folder) => folders.has(folder)))?.id ?? id;
}

/** Whether a database has all of these tables, or of one entry of the list, each with at least these columns. */
export function hasTables(
  database: Pick<UntrustedDatabase, 'plainColumns'>,
  tables: NonNullable<Source['tables']>,
): boolean {
  return [tables].flat().some((version: Tables) =>
    Object.entries(version).every(([table, columns]) => {
      const known = database.plainColumns(table);
      return columns.every((column) => known.includes(column)) && known.length > 0;
    }),
  );
}
