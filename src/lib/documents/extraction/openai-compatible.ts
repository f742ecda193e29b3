import type { TokenCounters } from '../../model/tokens';
import { noTokens } from '../../model/tokens';
import type { Adapter, ModelAnswer } from './conversation';
import { asCount, asModelName, asObject } from './wire';

/** OpenAI's chat completions, which Ollama, LM Studio, llama.cpp, vLLM and Jan also support. */
export const openAiCompatible: Adapter = {
  listModels: ({ origin, path }, key) => ({
    url: `${origin}${path}/models`,
    method: 'GET',
    headers: withKey({}, key),
    body: null,
  }),

  ask: ({ origin, path }, key, { model, system, text, schema, answerLimit }) => ({
    url: `${origin}${path}/chat/completions`,
    method: 'POST',
    headers: withKey({ 'content-type': 'application/json' }, key),
    body: JSON.stringify({
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: text },
      ],
      // Only OpenAI itself knows the newer name, and its newer models reject the older one.
      [origin === 'https://api.openai.com' ? 'max_completion_tokens' : 'max_tokens']: answerLimit,
      response_format: { type: 'json_schema', json_schema: { name: 'extraction', strict: true, schema } },
      stream: true,
      stream_options: { include_usage: true },
    }),
  }),

  read(answer, event) {
    const { error, model, choices, usage } = asObject(event);
    if (error !== undefined && error !== null) answer.isBroken = true;
    answer.model ??= asModelName(model);
    const { delta, finish_reason: reason } = asObject(Array.isArray(choices) ? choices[0] : undefined);
    const { content, refusal } = asObject(delta);
    if (typeof content === 'string' && content !== '') {
      answer.text += content;
      answer.pieces += 1;
    }
    if (typeof refusal === 'string' && refusal !== '') answer.ending = 'refused';
    if (typeof reason === 'string') answer.ending ??= endings[reason] ?? 'complete';
    if (typeof usage === 'object' && usage !== null) answer.usage = countersOf(usage);
  },
};

const endings: Readonly<Record<string, ModelAnswer['ending']>> = {
  length: 'too-long',
  content_filter: 'refused',
};

function withKey(headers: Record<string, string>, key: string): Record<string, string> {
  return key === '' ? headers : { ...headers, authorization: `Bearer ${key}` };
}

/** Prompt tokens include cached tokens, and completion tokens include reasoning. */
function countersOf(usage: object): TokenCounters {
  const { prompt_tokens, completion_tokens, prompt_tokens_details, completion_tokens_details } =
    asObject(usage);
  const cacheReadTokens = Math.min(
    asCount(prompt_tokens),
    asCount(asObject(prompt_tokens_details)['cached_tokens']),
  );
  const outputTokens = asCount(completion_tokens);
  return {
    ...noTokens,
    inputTokens: asCount(prompt_tokens) - cacheReadTokens,
    cacheReadTokens,
    outputTokens,
    reasoningTokens: Math.min(outputTokens, asCount(asObject(completion_tokens_details)['reasoning_tokens'])),
  };
}
