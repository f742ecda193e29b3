import type { LlmMode } from './usage-event';

/** Ollama doesn't run these models locally: it forwards what it receives to its own cloud. */
export function isForwarded(model: string): boolean {
  return /[-:]cloud$/i.test(model);
}

/** Where a model runs, judged by its name and its address. */
export function modeOf({ llmMode }: { llmMode: LlmMode }, model: string): LlmMode {
  return isForwarded(model) ? 'cloud' : llmMode;
}
