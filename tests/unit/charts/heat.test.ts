import { afterEach, expect, it } from 'vitest';
import { calendarCells } from '../../../src/lib/components/charts/calendar-cells';
import { hourCells } from '../../../src/lib/components/charts/hour-cells';
import { heatAmount, heatLevel, isUsed, type HeatCell } from '../../../src/lib/components/charts/heat';
import { useLocale } from '../../../src/lib/texts/locale';

const sevenTokens = { totalTokens: 7, costNanoUsd: 0, unpricedTokens: 7, inexactCount: 0 };

it('zero has no shade, the smallest value has one, and the largest has the darkest', () => {
  expect([0, 1, 250, 1000].map((tokens) => heatLevel(tokens, 1000))).toEqual([0, 1, 2, 4]);
  expect(heatLevel(0, 0)).toBe(0);
});

afterEach(() => useLocale('en'));

it.each([
  ['en-US', ['Sun', '', 'Tue', '', 'Thu', '', 'Sat'], 4],
  ['de', ['Mo', '', 'Mi', '', 'Fr', '', 'So'], 3],
])('weeks begin on the first weekday of %s', (locale, rowNames, rowOfNewYear) => {
  useLocale(locale);
  const calendar = calendarCells('2026', new Map(), '2026-06-01', 'tokens', () => '');
  expect(calendar.rowNames).toEqual(rowNames);
  // 2026 begins on a Thursday.
  expect(calendar.cells[0]).toMatchObject({ column: 0, row: rowOfNewYear });
});

it.each([
  ['en-US', ['Sun', 'Mon'], 'Mon, 2:00 – 2:59 PM', '3 PM'],
  ['en-GB', ['Mon', 'Tue'], 'Mon, 14:00–14:59', '15'],
  ['de', ['Mo', 'Di'], 'Mo, 14:00–14:59 Uhr', '15 Uhr'],
])('every hour of the week has a position and a name in %s', (locale, firstDays, name, tick) => {
  useLocale(locale);
  const { cells, rowNames, columnNames } = hourCells(
    [{ weekday: 0, hour: 14, ...sevenTokens, eventCount: 1 }],
    'tokens',
    ({ weekday, hour }) => `${weekday} ${hour}`,
  );
  expect(cells).toHaveLength(168);
  expect(new Set(cells.map((cell) => cell.name)).size).toBe(168);
  expect(rowNames.slice(0, 2)).toEqual(firstDays);
  expect(columnNames[15]).toBe(tick);
  const [used, ...others] = cells.filter(({ amount }) => amount > 0);
  expect(used).toMatchObject({
    column: 14,
    row: rowNames.indexOf(firstDays[0] === 'Sun' ? 'Mon' : (firstDays[0] ?? '')),
  });
  expect(used?.name.replaceAll(/[\u2009\u202f]/g, ' ')).toBe(name);
  expect(others).toEqual([]);
});

it.each([
  ['2024', 366],
  ['2026', 365],
])('every day of %s has its own position, in order', (year, count) => {
  const { cells, dates, columnNames } = calendarCells(
    year,
    new Map([[`${year}-12-31`, sevenTokens]]),
    `${year}-12-30`,
    'tokens',
    (date) => `/events?from=${date}`,
  );
  expect(cells).toHaveLength(count);
  expect(dates.at(-1)).toBe(`${year}-12-31`);
  expect(cells.at(-1)?.amount).toBe(7);
  expect(new Set(cells.map(({ column, row }) => `${column}/${row}`)).size).toBe(count);
  expect(columnNames.filter((name) => name !== '')).toHaveLength(12);
  expect(Math.max(...cells.map(({ column }) => column))).toBe(columnNames.length - 1);
});

it('days after today are in the future, today is not', () => {
  const { cells } = calendarCells('2026', new Map(), '2026-11-28', 'tokens', () => '');
  const coming = cells.filter(({ isComing }) => isComing === true);
  expect(coming).toHaveLength(33);
  expect(coming[0]?.name).toBe(cells.at(-33)?.name);
});

it('an unpriced day has no shade in money, but is not an empty day', () => {
  const markOf = (measure: 'tokens' | 'money') => heatAmount(measure, sevenTokens);
  expect(markOf('tokens')).toMatchObject({ amount: 7, hasUnpriced: false });
  expect(markOf('money')).toMatchObject({ amount: 0, hasUnpriced: true });
  expect(markOf('money').text()).toBe('7 tokens without a price');
  expect(isUsed(markOf('money') as HeatCell)).toBe(true);
  expect(heatAmount('tokens', { ...sevenTokens, inexactCount: 1 }).text()).toBe('≈\u00a07 tokens');
});
