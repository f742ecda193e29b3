import type { LlmMode } from './usage-event';

/** Ollama runs these elsewhere: what is sent to it goes on to its makers. */
export function isForwarded(model: string): boolean {
  return /[-:]cloud$/i.test(model);
}

/** Where a model runs, as far as its name and its address say. */
export function modeOf({ llmMode }: { llmMode: LlmMode }, model: string): LlmMode {
  return isForwarded(model) ? 'cloud' : llmMode;
}
