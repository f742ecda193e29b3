import { expect, it } from 'vitest';
import { calendarCells, weekdayOf } from '../../../src/lib/components/charts/calendar-cells';
import { heatLevel } from '../../../src/lib/components/charts/heat';

it('nothing has no shade, the smallest something has one, the largest the deepest', () => {
  expect([0, 1, 250, 1000].map((tokens) => heatLevel(tokens, 1000))).toEqual([0, 1, 2, 4]);
  expect(heatLevel(0, 0)).toBe(0);
});

it('weeks begin on Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(0);
  expect(weekdayOf('2026-11-29')).toBe(6);
});

it.each([
  ['2024', 366],
  ['2026', 365],
])('every day of %s has a place of its own, in the order of time', (year, count) => {
  const { cells, dates, columnNames } = calendarCells(
    year,
    new Map([[`${year}-12-31`, 7]]),
    (date) => `/events?from=${date}`,
  );
  expect(cells).toHaveLength(count);
  expect(dates.at(-1)).toBe(`${year}-12-31`);
  expect(cells.at(-1)?.tokens).toBe(7);
  expect(new Set(cells.map(({ column, row }) => `${column}/${row}`)).size).toBe(count);
  expect(columnNames.filter((name) => name !== '')).toHaveLength(12);
  expect(Math.max(...cells.map(({ column }) => column))).toBe(columnNames.length - 1);
});
