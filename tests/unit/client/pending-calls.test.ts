import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PendingCalls } from '../../../src/lib/client/pending-calls';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits longer for a slow command, even if the limit arrives after the call', async () => {
  const onTimeout = vi.fn();
  const calls = new PendingCalls({ usual: 15_000, whileConnecting: 0 }, () => false, onTimeout);
  const usual = calls.add({ id: '1', command: 'getProjects', args: [] });
  const slow = calls.add({ id: '2', command: 'undoImport', args: [] });
  calls.allow({ undoImport: 5 });
  const ends = [
    expect(usual).rejects.toMatchObject({ code: 'Timeout' }),
    expect(slow).rejects.toMatchObject({ code: 'Timeout' }),
  ];
  vi.advanceTimersByTime(299_000);
  expect(onTimeout.mock.calls).toEqual([['1']]);
  vi.advanceTimersByTime(1_001);
  expect(onTimeout.mock.calls).toEqual([['1'], ['2']]);
  await Promise.all(ends);
});
