import { claudeCode } from './claude-code';
import { anthropicCost } from './anthropic-cost';
import { anthropicUsage } from './anthropic-usage';
import { cursorUsage } from './cursor-usage';
import { helicone } from './helicone';
import { langfuse } from './langfuse';
import { litellm } from './litellm';
import { openaiActivity } from './openai-activity';
import { openaiCost } from './openai-cost';
import { openaiUsage } from './openai-usage';
import { openrouterActivity } from './openrouter-activity';
import { apiResponse } from './api-response';
import { codexCli } from './codex-cli';
import { copilotCli } from './copilot-cli';
import { geminiCli } from './gemini-cli';
import { opencode } from './opencode';
import { otlp } from './otlp';
import type { Source } from './source';

/** Every source, in the order in which they are asked whether a file is theirs. A new source is one line here. */
export const sources: readonly Source[] = [
  claudeCode,
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
  apiResponse,
  codexCli,
  copilotCli,
  geminiCli,
  opencode,
  otlp,
];

/** The source that recognises this window of a file (decoded as UTF-8), or null. */
export function detectSource(head: string, path: string): Source | null {
  return sources.find((source) => source.detect(head, path)) ?? null;
}

export function sourceById(id: string): Source | null {
  return sources.find((source) => source.id === id) ?? null;
}
