import { expect, it } from 'vitest';
import { projectMonth } from '../../../src/lib/model/projection';

it('is the average of the days so far, times the days of the month', () => {
  expect(projectMonth(2_300, '2026-11', '2026-11-23')).toEqual({ totalTokens: 3_000, perDay: 100, days: 23 });
  expect(projectMonth(100, '2026-02', '2026-02-03')).toEqual({ totalTokens: 933, perDay: 33, days: 3 });
});

it('is the total itself on the last day', () => {
  expect(projectMonth(12_345, '2026-11', '2026-11-30')?.totalTokens).toBe(12_345);
});

it('is undefined before the third day, and for past and future months', () => {
  expect(projectMonth(500, '2026-11', '2026-11-02')).toBeUndefined();
  expect(projectMonth(500, '2026-10', '2026-11-23')).toBeUndefined();
  expect(projectMonth(500, '2026-12', '2026-11-23')).toBeUndefined();
});
