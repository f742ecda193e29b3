import { picoPerDollarPerMillion } from '../../model/price-choice';
import type { ModelPrice } from '../../model/price-overview';
import { formatDollars } from '../../texts/format-cost';
import { t } from '../../texts/texts';

/** '$3.00 in · $15.00 out', or a text for a free or unpriced model. */
export function priceText({ match, isLocal }: Pick<ModelPrice, 'match' | 'isLocal'>): string {
  if (isLocal) return t.prices.freePrice;
  if (match === null) return t.prices.noPrice;
  if (match.kind === 'free') return t.prices.freePrice;
  const { input, output } = match.perToken;
  return t.prices.inputOutput(dollars(input), dollars(output));
}

/** 'Table · exact name · anthropic/claude-sonnet-4-5'. */
export function matchText({ match, isLocal }: Pick<ModelPrice, 'match' | 'isLocal'>): string {
  if (isLocal) return t.prices.kinds.local;
  if (match === null) return '–';
  if (match.kind === 'own' || match.kind === 'free') return t.prices.kinds[match.kind];
  const model = `${match.provider}/${match.model}`;
  if (match.kind === 'alias') return `${t.prices.kinds.alias} ${model}`;
  return [t.prices.matches[match.how ?? 'exact'], model].join(' · ');
}

function dollars(pico: number | undefined): string {
  return pico === undefined ? '–' : formatDollars((pico / picoPerDollarPerMillion) * 1e9);
}
