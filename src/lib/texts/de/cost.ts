import type { Texts } from '../texts';

export const cost: Texts['cost'] = {
  cost: 'Kosten',
  withoutPrice: (_count, compact) => `${compact} Token ohne Preis`,
  andUnpriced: (cost, unpriced) => `${cost} + ${unpriced}`,
};
