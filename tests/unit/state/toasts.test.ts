import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toasts } from '../../../src/lib/state/shell/toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
  vi.useRealTimers();
});

const shown = () => toasts.list.map(({ text }) => text);
const show = (text: string, kind: 'done' | 'failed' = 'done') => toasts.show({ kind, text });

it('success disappears after 9 seconds, failure stays', () => {
  show('Done.');
  show('Failed.', 'failed');
  vi.advanceTimersByTime(8_900);
  expect(shown()).toEqual(['Done.', 'Failed.']);
  vi.advanceTimersByTime(200);
  expect(shown()).toEqual(['Failed.']);
});

it('no toast disappears while the pointer or the focus is inside, including new ones', () => {
  show('First.');
  toasts.hold('pointer');
  toasts.hold('focus');
  show('Second.');
  toasts.release('pointer');
  vi.advanceTimersByTime(60_000);
  expect(shown()).toEqual(['First.', 'Second.']);
  toasts.release('focus');
  vi.advanceTimersByTime(9_100);
  expect(shown()).toEqual([]);
});

it('closing the last toast under the pointer does not hold later ones', () => {
  toasts.hold('pointer');
  toasts.dismiss(show('First.'));
  show('Second.');
  vi.advanceTimersByTime(9_100);
  expect(shown()).toEqual([]);
});

it('the oldest toast is removed if there are too many, failures last', () => {
  show('Failed.', 'failed');
  for (const text of ['1', '2', '3', '4']) show(text);
  expect(shown()).toEqual(['Failed.', '2', '3', '4']);
  for (const text of ['a', 'b', 'c']) show(text, 'failed');
  expect(shown()).toEqual(['Failed.', 'a', 'b', 'c']);
  // A toast that offers undo is always shown.
  show('5');
  expect(shown()).toEqual(['a', 'b', 'c', '5']);
});

it('an action runs once, and its toast disappears', () => {
  const run = vi.fn();
  toasts.show({ kind: 'done', text: 'Done.', action: { label: 'Undo', run } });
  const [toast] = toasts.list;
  if (!toast) throw new Error('There is a toast.');
  toasts.use(toast);
  expect(shown()).toEqual([]);
  toasts.use(toast);
  expect(run).toHaveBeenCalledTimes(1);
});
