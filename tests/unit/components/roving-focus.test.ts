import { describe, expect, it } from 'vitest';
import { along } from '../../../src/lib/components/lists/roving-focus';

describe('arrow keys', () => {
  it('stop at the ends of a row', () => {
    const step = along('row');
    expect(step('ArrowRight', 0, 3)).toBe(1);
    expect(step('ArrowRight', 2, 3)).toBe(2);
    expect(step('ArrowLeft', 0, 3)).toBe(0);
  });

  it('go round in a menu, also from no item', () => {
    const step = along('column', true);
    expect(step('ArrowDown', 2, 3)).toBe(0);
    expect(step('ArrowUp', 0, 3)).toBe(2);
    expect(step('ArrowDown', -1, 3)).toBe(0);
    expect(step('ArrowUp', -1, 3)).toBe(2);
  });

  it('mean nothing across the axis', () => {
    expect(along('row')('ArrowDown', 1, 3)).toBeUndefined();
    expect(along('column')('Enter', 1, 3)).toBeUndefined();
  });
});
