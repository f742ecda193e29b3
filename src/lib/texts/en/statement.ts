export const statement = {
  details: 'Number, addresses and tax',
  number: 'Number',
  ownAddress: 'Your name and address',
  clientAddress: 'The client’s address',
  taxRate: 'Tax rate in percent',
  taxRateHint: 'Added below the total where the statement shows costs.',
  taxRateWrong: 'Enter a number from 0 to 100, or leave it blank.',
  notSaved: 'The details could not be saved.',
  tax: (rate: string) => `Tax, ${rate}`,
  unpriced: (tokens: string) => `Not included: ${tokens}.`,
  gross: 'Total with tax',
  costUnit:
    'Costs are what the tool recorded, or else tokens at the list price of the day. They are rounded for display; sums are of exact amounts.',
};
