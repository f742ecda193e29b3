import { noTokens } from '../../model/tokens';
import type { Adapter, ModelAnswer } from './conversation';
import { asCount, asModelName, asObject } from './wire';

/** Anthropic's Messages API. */
export const anthropic: Adapter = {
  listModels: ({ origin, path }, key) => ({
    url: `${origin}${path}/models`,
    method: 'GET',
    headers: headersFor(key),
    body: null,
  }),

  ask: ({ origin, path }, key, { model, system, text, schema, answerLimit }) => ({
    url: `${origin}${path}/messages`,
    method: 'POST',
    headers: { ...headersFor(key), 'content-type': 'application/json' },
    body: JSON.stringify({
      model,
      max_tokens: answerLimit,
      system,
      messages: [{ role: 'user', content: text }],
      output_config: { format: { type: 'json_schema', schema } },
      stream: true,
    }),
  }),

  read(answer, event) {
    const { type, message, delta, usage } = asObject(event);
    switch (type) {
      case 'message_start': {
        const { model, usage: first } = asObject(message);
        answer.model = asModelName(model);
        countIn(answer, first);
        break;
      }
      case 'content_block_delta': {
        const { text } = asObject(delta);
        if (typeof text !== 'string' || text === '') break;
        answer.text += text;
        answer.pieces += 1;
        break;
      }
      case 'message_delta': {
        const { stop_reason: reason } = asObject(delta);
        if (typeof reason === 'string') answer.ending = endings[reason] ?? 'complete';
        countIn(answer, usage);
        break;
      }
      case 'error':
        answer.isBroken = true;
    }
  },
};

const endings: Readonly<Record<string, ModelAnswer['ending']>> = {
  max_tokens: 'too-long',
  model_context_window_exceeded: 'too-long',
  refusal: 'refused',
};

function headersFor(key: string): Record<string, string> {
  return {
    ...(key === '' ? {} : { 'x-api-key': key }),
    'anthropic-version': '2023-06-01',
    // Without this header the server refuses requests from browsers.
    'anthropic-dangerous-direct-browser-access': 'true',
  };
}

/** Counts are disjoint. Later ones of the same call replace earlier ones and may omit some. */
function countIn(answer: ModelAnswer, reported: unknown): void {
  const usage = asObject(reported);
  const before = answer.usage ?? noTokens;
  const count = (name: string, known: number) => (name in usage ? asCount(usage[name]) : known);
  answer.usage = {
    ...before,
    inputTokens: count('input_tokens', before.inputTokens),
    cacheReadTokens: count('cache_read_input_tokens', before.cacheReadTokens),
    cacheWrite5mTokens: count('cache_creation_input_tokens', before.cacheWrite5mTokens),
    outputTokens: count('output_tokens', before.outputTokens),
  };
}
