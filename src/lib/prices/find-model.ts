import type { NameMatch as HowMatched } from '../model/price-match';
import { nameCandidates } from './model-names';
import { fitOf, nameMatches } from './name-match';
import type { PricedModel, PriceProvider, PriceTable } from './price-table';

export interface FoundModel {
  table: PriceTable;
  provider: PriceProvider;
  model: PricedModel;
  how: HowMatched;
}

/**
 * Finds a model's prices: those of the provider that the log names, or else those of the model's maker. If the table
 * knows the provider but not as a seller of this model, there is no price: another provider's would be a guess.
 */
export function findModel(table: PriceTable, provider: string | null, model: string): FoundModel | null {
  const candidates = nameCandidates(model);
  for (const [place, { name }] of candidates.entries()) {
    for (const seller of sellers(table, provider, name)) {
      const found = seller.models.find((each) => nameMatches(each.match, name));
      if (!found) continue;
      // A pattern matches many names, so the difference from the model's own name is more informative.
      const named = candidates
        .slice(place)
        .find((each) => each.name === found.id.toLowerCase() || fitOf(found.match, each.name) === 'name');
      return { table, provider: seller, model: found, how: named?.how ?? 'pattern' };
    }
  }
  return null;
}

function sellers(table: PriceTable, provider: string | null, model: string): PriceProvider[] {
  const named = provider === null ? undefined : findProvider(table, provider.trim().toLowerCase());
  if (named === undefined) {
    return table.providers.filter(({ modelMatch }) => modelMatch && nameMatches(modelMatch, model));
  }
  const fallbacks = (named.fallbacks ?? []).map((id) => table.providers.find((each) => each.id === id));
  return [named, ...fallbacks.filter((each) => each !== undefined)];
}

function findProvider(table: PriceTable, name: string): PriceProvider | undefined {
  return (
    table.providers.find(({ id }) => id === name) ??
    table.providers.find(({ providerMatch }) => providerMatch && nameMatches(providerMatch, name))
  );
}
