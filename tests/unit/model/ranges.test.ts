import { describe, expect, it } from 'vitest';
import {
  addDays,
  comparedWith,
  daysOf,
  isCivilDate,
  monthPeriod,
  monthsOf,
  namedPeriod,
  neighbour,
  type Period,
} from '../../../src/lib/model/ranges';

const today = '2026-11-23';
const custom = (from: string, to: string): Period => ({ kind: 'custom', from, to });

it('named periods include today', () => {
  expect(namedPeriod('last-30-days', today)).toEqual({ kind: 'last-30-days', from: '2026-10-25', to: today });
  expect(namedPeriod('quarter', today)).toEqual({ kind: 'quarter', from: '2026-10-01', to: '2026-12-31' });
  expect(namedPeriod('quarter', '2026-01-31')).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
  expect(namedPeriod('year', today)).toEqual({ kind: 'year', from: '2026-01-01', to: '2026-12-31' });
});

describe('a period is compared with', () => {
  it.each([
    ['the same days of the month before', monthPeriod('2026-11'), '2026-10-01', '2026-10-23'],
    ['the whole month before', monthPeriod('2026-09'), '2026-08-01', '2026-08-31'],
    ['the same days of the quarter before', namedPeriod('quarter', today), '2026-07-01', '2026-08-23'],
    ['the same days of the year before', namedPeriod('year', today), '2025-01-01', '2025-11-23'],
    ['the 30 days before', namedPeriod('last-30-days', today), '2026-09-25', '2026-10-24'],
    ['as many days before', custom('2026-03-10', '2026-03-16'), '2026-03-03', '2026-03-09'],
    ['as many whole months before', custom('2026-04-01', '2026-06-30'), '2026-01-01', '2026-03-31'],
    ['the days so far, where it still runs', custom('2026-11-20', '2026-11-29'), '2026-11-10', '2026-11-13'],
  ])('%s', (_what, period, from, to) => {
    expect(comparedWith(period, today, 'previous')).toEqual({ from, to });
  });

  it('the same days a year ago, on request', () => {
    expect(comparedWith(monthPeriod('2026-11'), today, 'year')).toEqual({
      from: '2025-11-01',
      to: '2025-11-23',
    });
    expect(comparedWith(monthPeriod('2025-02'), today, 'year')).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(comparedWith(custom('2024-02-29', '2024-03-02'), today, 'year')).toEqual({
      from: '2023-02-28',
      to: '2023-03-02',
    });
  });

  it('nothing, on request', () => {
    expect(comparedWith(monthPeriod('2026-11'), today, 'none')).toBeUndefined();
  });

  it('a shorter month up to its own last day', () => {
    expect(comparedWith(monthPeriod('2026-03'), '2026-03-30', 'previous')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });
});

it('stepping moves by whole months if a period consists of them, else by its days, and returns to its name', () => {
  expect(neighbour(monthPeriod('2026-01'), -1, today)).toEqual(monthPeriod('2025-12'));
  const before = neighbour(namedPeriod('quarter', today), -1, today);
  expect(before).toEqual(custom('2026-07-01', '2026-09-30'));
  expect(neighbour(before, 1, today)).toEqual(namedPeriod('quarter', today));
  expect(neighbour(custom('2026-03-10', '2026-03-16'), 1, today)).toEqual(custom('2026-03-17', '2026-03-23'));
  expect(neighbour(namedPeriod('year', today), -1, today)).toEqual(custom('2025-01-01', '2025-12-31'));
});

it('days and months of a range, across the end of a year and a leap day', () => {
  expect(daysOf({ from: '2023-12-30', to: '2024-01-02' })).toEqual([
    '2023-12-30',
    '2023-12-31',
    '2024-01-01',
    '2024-01-02',
  ]);
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(monthsOf({ from: '2023-11-30', to: '2024-02-01' })).toEqual([
    '2023-11',
    '2023-12',
    '2024-01',
    '2024-02',
  ]);
});

it('recognizes a civil date', () => {
  expect(isCivilDate('2024-02-29')).toBe(true);
  for (const text of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '', null, undefined]) {
    expect(isCivilDate(text)).toBe(false);
  }
});
