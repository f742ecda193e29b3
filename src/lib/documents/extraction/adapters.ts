import type { AddressKind, LlmAddress } from '../../model/extraction';
import { anthropic } from './anthropic';
import type { Adapter } from './conversation';
import { openAiCompatible } from './openai-compatible';
import { asObject, asText, parseJson } from './wire';

const adapters: Readonly<Record<AddressKind, Adapter>> = { 'openai-compatible': openAiCompatible, anthropic };

export function adapterOf({ kind }: Pick<LlmAddress, 'kind'>): Adapter {
  return adapters[kind];
}

/** The models in the answer to `listModels`, in their order. Both kinds of servers use the same format. */
export function modelsIn(body: string): string[] | undefined {
  const { data } = asObject(parseJson(body));
  if (!Array.isArray(data)) return undefined;
  return data.map((each) => asText(asObject(each)['id'])).filter((id) => id !== null);
}
