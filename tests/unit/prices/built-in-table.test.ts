import { expect, it } from 'vitest';
import { compilePriceTable } from '../../../scripts/price-table.mjs';
import { builtInTable } from '../../../src/lib/prices/built-in-table';

it('the built-in table matches the installed package (`npm run prices`)', async () => {
  expect(builtInTable()).toEqual(JSON.parse(await compilePriceTable()));
});
