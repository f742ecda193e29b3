/** What providers call their usual price class. */
const standardTiers: readonly unknown[] = [
  ...['standard', 'standard_only', 'default', 'auto', 'on_demand', 'on_demand_traffic'],
  ...['traffic_type_unspecified', 'message', 'messages'],
];

/** A price class in small letters; null for the standard one, which is also what nothing or no text stands for. */
export function priceClass(named: string | null): string | null {
  const tier = named?.trim().toLowerCase() ?? '';
  return tier === '' || standardTiers.includes(tier) ? null : tier;
}
