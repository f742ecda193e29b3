/** Programs that are recognized by their default port. */
export type Program = 'ollama' | 'lm-studio' | 'llama-cpp' | 'jan' | 'vllm' | 'other';

const ports: Readonly<Record<string, Program>> = {
  '11434': 'ollama',
  '1234': 'lm-studio',
  '8080': 'llama-cpp',
  '1337': 'jan',
  '8000': 'vllm',
};

export function programAt(origin: string): Program {
  const { port, protocol } = new URL(origin);
  return (protocol === 'http:' ? ports[port] : undefined) ?? 'other';
}

/** What a program has to be started for: `allow-page` sets its list of origins (CORS), `context` a larger context. */
type Need = 'start' | 'allow-page' | 'context';

interface Given {
  /** The origin of this page. */
  page: string;
  model: string;
  /** In tokens. */
  context: number;
}

/** From the programs' own documentation. Jan has no command for any of them, only settings. */
const lines: Readonly<Record<Program, Partial<Record<Need, (given: Given) => string>>>> = {
  ollama: {
    start: () => 'ollama serve',
    'allow-page': ({ page }) => `OLLAMA_ORIGINS=${page} ollama serve`,
    context: ({ context }) => `OLLAMA_CONTEXT_LENGTH=${context} ollama serve`,
  },
  'lm-studio': {
    start: () => 'lms server start --cors',
    'allow-page': () => 'lms server start --cors',
    context: ({ model, context }) => `lms load ${model} --context-length=${context}`,
  },
  'llama-cpp': {
    start: () => 'llama-server -m model.gguf --port 8080',
    'allow-page': ({ page }) => `llama-server -m model.gguf --port 8080 --cors-origins ${page}`,
    context: ({ context }) => `llama-server -m model.gguf --port 8080 -c ${context}`,
  },
  vllm: {
    start: ({ model }) => `vllm serve ${model}`,
    'allow-page': ({ page, model }) => `vllm serve ${model} --allowed-origins '["${page}"]'`,
    context: ({ model, context }) => `vllm serve ${model} --max-model-len ${context}`,
  },
  jan: {},
  other: {},
};

/** The command that starts the program as needed. Undefined if none is known. */
export function lineToType(need: Need, program: Program, given: Partial<Given>): string | undefined {
  const { page = '', model = '', context = 8192 } = given;
  // The name comes from a server, and the line is pasted into a shell.
  const isPlain = /^[\w./:@][\w./:@-]*$/.test(model);
  return lines[program][need]?.({ page, model: isPlain ? model : 'MODEL', context });
}

/** A context in which a prompt and its answer have room: a power of two, and at least 8,192 tokens. */
export const contextFor = (tokens: number): number => Math.max(8192, 2 ** Math.ceil(Math.log2(tokens)));
