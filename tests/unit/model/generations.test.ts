import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outdatedGenerations } from '../../../src/lib/model/generations';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 15, 12);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const generation = (madeAt: number, reason: 'automatic' | 'restore' = 'automatic') => ({
  madeAt,
  reason,
  bytes: 1,
});

/** What is left when a backup is made every `step` and outdated ones are deleted each time. */
function madeEvery(step: number, since: number): number[] {
  let files: ReturnType<typeof generation>[] = [];
  for (let time = since; time <= now; time += step) {
    files.push(generation(time));
    const outdated = outdatedGenerations(files, { now: time, maxBytes: 1_000, dayOf });
    files = files.filter((file) => !outdated.includes(file));
  }
  return files.map(({ madeAt }) => madeAt);
}

it('keeps three backups of today, one for each of seven days and one for each month of a year', () => {
  const left = madeEvery(2 * hour, now - 500 * 24 * hour);
  const days = left.map(dayOf);
  expect(days.filter((day) => day === '2026-11-15')).toHaveLength(3);
  expect(new Set(days.filter((day) => day >= '2026-11-08' && day < '2026-11-15')).size).toBe(7);
  expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
  expect(left.length).toBeLessThanOrEqual(3 + 7 + 12);
});

it('never deletes the newest, whatever the clock, the sizes and the free space', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ madeAt: fc.integer({ min: 0, max: 2 * now }), bytes: fc.integer({ min: 0, max: 99 }) }),
        {
          minLength: 1,
        },
      ),
      fc.integer({ min: 0, max: 200 }),
      (made, maxBytes) => {
        const files = made.map((file) => ({ ...file, reason: 'automatic' as const }));
        const outdated = outdatedGenerations(files, { now, maxBytes, dayOf });
        const left = files.filter((file) => !outdated.includes(file));
        const newest = Math.max(...files.map(({ madeAt }) => madeAt));
        expect(left.some(({ madeAt }) => madeAt === newest)).toBe(true);
        const bytes = left.reduce((sum, file) => sum + file.bytes, 0);
        expect(bytes <= maxBytes || left.length === 1).toBe(true);
      },
    ),
  );
});

it('keeps the backups made before the last two restores', () => {
  const files = [1, 2, 3].map((day) => generation(now - day * 40 * 24 * hour, 'restore'));
  expect(outdatedGenerations(files, { now, maxBytes: 1_000, dayOf })).toEqual([files[2]]);
});
