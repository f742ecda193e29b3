import { describe, expect, it } from 'vitest';
import { gapAt, moveTo, rowAt } from '../../../src/lib/state/pins/pin-order';

describe('moving a pin', () => {
  it.each([
    ['a', 0, 'abcd'],
    ['a', 1, 'bacd'],
    ['a', 3, 'bcda'],
    ['a', 99, 'bcda'],
    ['d', 0, 'dabc'],
    ['x', 1, 'abcd'],
  ])('%s to %i gives %s', (id, index, order) => {
    expect(moveTo(['a', 'b', 'c', 'd'], id, index).join('')).toBe(order);
  });
});

describe('five rows of 40 px from 100 on', () => {
  const list = { top: 100, height: 200, count: 5 };

  it.each([
    [-50, 0],
    [100, 0],
    [139, 0],
    [140, 1],
    [299, 4],
    [5_000, 4],
  ])('at %i px is row %i', (y, row) => {
    expect(rowAt(y, list)).toBe(row);
  });

  it.each([
    [-50, 0],
    [119, 0],
    [121, 1],
    [281, 5],
    [5_000, 5],
  ])('at %i px the gap is before row %i', (y, gap) => {
    expect(gapAt(y, list)).toBe(gap);
  });
});

it('an empty list has one position', () => {
  const empty = { top: 100, height: 0, count: 0 };
  expect([rowAt(500, empty), gapAt(500, empty)]).toEqual([0, 0]);
});
