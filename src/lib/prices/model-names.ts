import type { NameMatch as HowMatched } from '../model/price-match';

interface NameCandidate {
  name: string;
  how: Exclude<HowMatched, 'pattern'>;
}

/** Providers before a slash, then Bedrock's region and maker: `openrouter/anthropic/`, `us.anthropic.`, `bedrock/eu.anthropic.`. */
const prefix =
  /^(?:.*\/)?(?:(?:us|eu|apac|ap|jp|au|ca|sa|global|us-gov)\.(?=[a-z]))?(?:[a-z][a-z0-9_]*\.(?=[a-z]))?/;
const date = /[-@](?:20\d\d-?[01]\d-?[0-3]\d|[01]\d-[0-3]\d|20\d\d-[01]\d)$/;
const suffixes = [/\[\d+m\]$/, /[-:]thinking(?:-[a-z]+)?$/, /-v\d+(?::\d+)?$/, /[-@:]latest$/, date];

/** The names under which to look up a model's prices, in order. Version numbers are never removed. */
export function nameCandidates(model: string): NameCandidate[] {
  const exact = model.trim().toLowerCase();
  const short = exact.replace(prefix, '');
  const plain = withoutSuffixes(short);
  const candidates: NameCandidate[] = [
    { name: exact, how: 'exact' },
    { name: short, how: 'prefix' },
    { name: plain, how: plain === short.replace(date, '') ? 'date' : 'suffix' },
    { name: withDashes(plain), how: 'dots' },
    { name: withDots(plain), how: 'dots' },
    // A reseller lists models with their makers: `anthropic/claude-sonnet-4.5`.
    { name: withDots(withoutSuffixes(exact)), how: 'dots' },
  ];
  return candidates.filter(
    ({ name }, index) => name !== '' && candidates.findIndex((each) => each.name === name) === index,
  );
}

const withDashes = (name: string) => name.replace(/(\d)\.(?=\d)/g, '$1-');
const withDots = (name: string) => name.replace(/(\d)-(?=\d(?!\d))/g, '$1.');

/** A model's name without the parts that vary between sources: provider, date, suffixes and dots in versions. */
export function plainName(model: string): string {
  return withDashes(withoutSuffixes(model.trim().toLowerCase().replace(prefix, '')));
}

function withoutSuffixes(name: string): string {
  const shorter = suffixes.reduce((rest, suffix) => rest.replace(suffix, ''), name);
  return shorter === name ? name : withoutSuffixes(shorter);
}
