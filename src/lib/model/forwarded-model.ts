import type { LlmMode } from './usage-event';

/** Ollama runs these models elsewhere: what it receives is forwarded to its makers. */
export function isForwarded(model: string): boolean {
  return /[-:]cloud$/i.test(model);
}

/** Where a model runs, judged by its name and its address. */
export function modeOf({ llmMode }: { llmMode: LlmMode }, model: string): LlmMode {
  return isForwarded(model) ? 'cloud' : llmMode;
}
