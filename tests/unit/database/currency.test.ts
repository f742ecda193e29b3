import { expect, it } from 'vitest';
import { openTestDatabase, testNow } from './open';

it('a currency keeps its monthly rates when another one is shown', async () => {
  const { commands } = await openTestDatabase();
  expect(commands.getDisplayCurrency()).toBeNull();
  commands.saveDisplayCurrency('EUR', testNow);
  expect(commands.getDisplayCurrency()).toEqual({ code: 'EUR', rates: [] });
  commands.saveExchangeRate('EUR', '2026-11', 920_000, testNow);
  commands.saveExchangeRate('EUR', '2026-09', 900_000, testNow);
  commands.saveExchangeRate('EUR', '2026-11', 930_000, testNow);
  commands.saveExchangeRate('GBP', '2026-10', 800_000, testNow);
  const euro = {
    code: 'EUR',
    rates: [
      { month: '2026-09', perUsd: 900_000 },
      { month: '2026-11', perUsd: 930_000 },
    ],
  };
  expect(commands.getDisplayCurrency()).toEqual(euro);
  commands.saveDisplayCurrency('USD', testNow);
  expect(commands.getDisplayCurrency()).toBeNull();
  commands.saveDisplayCurrency('EUR', testNow);
  expect(commands.getDisplayCurrency()).toEqual(euro);
  commands.saveExchangeRate('EUR', '2026-09', null, testNow);
  expect(commands.getDisplayCurrency()?.rates).toEqual(euro.rates.slice(1));
});

it.each([
  ['eur', '2026-11', 1],
  ['EUR', '2026-13', 1],
  ['EUR', '2026-11', 0],
  ['EUR', '2026-11', 0.5],
  ['EUR', '2026-11', 1e13],
])('refuses the rate %s %s %d', async (code, month, perUsd) => {
  const { commands } = await openTestDatabase();
  expect(() => commands.saveExchangeRate(code, month, perUsd, testNow)).toThrow(
    expect.objectContaining({ code: 'BadInput' }),
  );
});
