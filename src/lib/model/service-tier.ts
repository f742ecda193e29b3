/** Providers' names for their standard price class. */
const standardTiers: readonly unknown[] = [
  ...['standard', 'standard_only', 'default', 'auto', 'on_demand', 'on_demand_traffic'],
  ...['traffic_type_unspecified', 'message', 'messages'],
];

/** A price class in lower case; null for the standard one, also if none is named. */
export function priceClass(named: string | null): string | null {
  const tier = named?.trim().toLowerCase() ?? '';
  return tier === '' || standardTiers.includes(tier) ? null : tier;
}

const longContext = 'long-context';

/**
 * The price class of a sum of requests that were all longer than the limit above which the provider charges more:
 * `long-context`, `batch long-context`. Single requests need no such class, because their length is known.
 */
export function inLongContext(tier: string | null): string {
  return tier === null ? longContext : `${tier} ${longContext}`;
}

export function isLongContext(tier: string | null): boolean {
  return tier?.endsWith(longContext) === true;
}

/** A price class without the mark of `inLongContext`; null for the standard one. */
export function withoutContext(tier: string | null): string | null {
  return priceClass(isLongContext(tier) ? (tier?.slice(0, -longContext.length) ?? null) : tier);
}
