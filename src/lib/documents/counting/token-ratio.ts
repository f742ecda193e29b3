import type { RatioRange } from '../../model/extraction';

/** How many tokens a model counts for a text, relative to its o200k count. */
interface TokenRatio extends RatioRange {
  /** `exact`: the model's own tokenizer. `measured`: from real answers. `assumed`: not measured. */
  basis: 'exact' | 'measured' | 'assumed';
}

const exact = /^(gpt-4o|gpt-4\.1|gpt-5|gpt-oss|chatgpt-4o|o[1-9])/;
/** Models with the larger tokenizer: Opus 4.7 and later, and every model of generation 5 and later. */
const newClaude = /^claude-(opus-4-([7-9]|\d\d)\b|[a-z]+-([5-9]|\d\d)\b)/;

/**
 * Anthropic publishes no tokenizer. The ratio of its models up to Opus 4.6 comes from real answers in public logs
 * (1.155 to 1.187). For newer ones, Anthropic's documentation says about 30 % more.
 * @param model its name, with or without a provider prefix
 */
export function tokenRatio(model: string): TokenRatio {
  const name = (model.split('/').at(-1) ?? model)
    .toLowerCase()
    .replaceAll('.', '-')
    .replace(/^(gpt-4)-1/, '$1.1');
  if (exact.test(name)) return { ratio: 1, spread: 0.02, basis: 'exact' };
  if (newClaude.test(name)) return { ratio: 1.5, spread: 0.2, basis: 'measured' };
  if (name.includes('claude')) return { ratio: 1.16, spread: 0.1, basis: 'measured' };
  return { ratio: 1.1, spread: 0.3, basis: 'assumed' };
}
