export const cost = {
  cost: 'Cost',
  withoutPrice: (count: number, compact: string) =>
    `${compact} ${count === 1 ? 'token' : 'tokens'} without a price`,
  andUnpriced: (cost: string, unpriced: string) => `${cost} + ${unpriced}`,
};
