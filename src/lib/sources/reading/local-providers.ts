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

/** Where a model ran, judged by its provider's name. An unknown name counts as cloud, since it may be anyone's. */
export function llmModeOf(provider: string | null): LlmMode {
  return provider !== null && localProviders.has(provider.toLowerCase()) ? 'local' : 'cloud';
}
