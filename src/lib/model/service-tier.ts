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
