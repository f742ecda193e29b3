import { countTokens as countO200k } from 'gpt-tokenizer/encoding/o200k_base';

/**
 * The tokens of a text in OpenAI's o200k encoding (GPT-4o, 4.1, 5, o-series, gpt-oss). Exact for these models, and
 * the basis for others (`token-ratio.ts`).
 */
export function countTokens(text: string): number {
  // A text may contain what looks like a control token. Here it is plain text; by default it would be rejected.
  return countO200k(text, { disallowedSpecial: new Set() });
}
