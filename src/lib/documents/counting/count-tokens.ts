import { countTokens as countO200k } from 'gpt-tokenizer/encoding/o200k_base';

/**
 * Tokens of a text in OpenAI's o200k encoding (GPT-4o, 4.1, 5, o-series, gpt-oss): exact for these models, the yardstick for others
 * (`token-ratio.ts`).
 */
export function countTokens(text: string): number {
  // A text may contain what looks like a control token: here it is text, and would otherwise be refused.
  return countO200k(text, { disallowedSpecial: new Set() });
}
