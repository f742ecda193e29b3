import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareStructure } from '../../../src/lib/state/database/share-structure';

const row = (id: string, tokens: number) => ({ id, tokens, model: null });

it('equal parts stay the same object', () => {
  const before = { total: 3, rows: [row('a', 1), row('b', 2)] };
  expect(shareStructure(before, structuredClone(before))).toBe(before);
});

it('changed parts are new, and the rest stays', () => {
  const before = { total: 3, rows: [row('a', 1), row('b', 2)], days: ['2026-11-01'] };
  const now = shareStructure(before, { total: 4, rows: [row('a', 1), row('b', 3)], days: ['2026-11-01'] });
  expect(now).not.toBe(before);
  expect(now.rows[0]).toBe(before.rows[0]);
  expect(now.rows[1]).toEqual(row('b', 3));
  expect(now.days).toBe(before.days);
});

it('a row is identified by its id, whatever its position', () => {
  const before = [row('a', 1), row('b', 2)];
  const now = shareStructure(before, [row('new', 9), row('b', 2), row('a', 1)]);
  expect(now[1]).toBe(before[1]);
  expect(now[2]).toBe(before[0]);
});

it('a missing field is a change', () => {
  expect(shareStructure<Record<string, unknown>>({ a: 1, b: undefined }, { a: 1 })).toStrictEqual({ a: 1 });
  expect(
    shareStructure<Record<string, unknown>>({ a: 1, b: undefined }, { a: 1, c: undefined }),
  ).toStrictEqual({
    a: 1,
    c: undefined,
  });
});

it('equals the new value, whatever the old one', () => {
  const data = fc.jsonValue();
  fc.assert(
    fc.property(data, data, (before, now) => {
      expect(shareStructure(before, now)).toEqual(now);
    }),
  );
});
