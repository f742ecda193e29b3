import { describe, expect, it } from 'vitest';
import { isTabMessage } from '../../../src/lib/database/leadership/tab-message';
import type { TabMessage } from '../../../src/lib/protocol/messages';

const version = { app: '1', schema: 11 };
const error = { code: 'StorageGone', problem: 'storage-cleared' } as const;

const sound: TabMessage[] = [
  { kind: 'who' },
  { kind: 'leader', epoch: 'e', version },
  { kind: 'call', from: 'a', id: '1', command: 'getProjects', args: [] },
  { kind: 'answer', to: 'a', id: '1', epoch: 'e', answer: { ok: true, value: undefined } },
  { kind: 'answer', to: 'a', id: '1', epoch: 'e', answer: { ok: false, error } },
  { kind: 'changed', epoch: 'e', tables: ['usage'] },
  { kind: 'gone', epoch: 'e', error: { ...error, cause: 'Error: x' } },
  { kind: 'step-down', version },
];

describe('a message on the channel of all tabs', () => {
  it.each(sound)('is accepted if it is ours: %j', (message) => {
    expect(isTabMessage(structuredClone(message))).toBe(true);
  });

  it.each([
    null,
    undefined,
    'who',
    5,
    [],
    {},
    { kind: 'unknown' },
    { kind: 'leader', epoch: 'e', version: null },
    { kind: 'leader', epoch: 'e', version: { app: '1', schema: Number.NaN } },
    { kind: 'step-down' },
    { kind: 'step-down', version: { app: 1, schema: 1 } },
    { kind: 'call', from: 'a', id: '1', command: 'getProjects' },
    { kind: 'call', from: 'a', id: '1', command: {}, args: [] },
    { kind: 'answer', to: 'a', id: '1', epoch: 'e', answer: null },
    { kind: 'answer', to: 'a', id: '1', epoch: 'e', answer: { ok: false } },
    { kind: 'changed', epoch: 'e', tables: null },
    { kind: 'gone', epoch: 'e', error: null },
  ])('from another page is ignored: %j', (message) => {
    expect(isTabMessage(message)).toBe(false);
  });
});
