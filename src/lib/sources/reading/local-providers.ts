import type { LlmMode } from '../../model/usage-event';

/** Servers that people run on their own machine. */
const localProviders = new Set([
  'ollama',
  'lmstudio',
  'lm_studio',
  'lm-studio',
  'llama.cpp',
  'llamacpp',
  'oss',
]);

/** Where a model ran, by its provider's name; a name that is unknown may belong to anyone, and counts as cloud. */
export function llmModeOf(provider: string | null): LlmMode {
  return provider !== null && localProviders.has(provider.toLowerCase()) ? 'local' : 'cloud';
}
