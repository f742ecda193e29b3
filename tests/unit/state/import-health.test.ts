import { expect, it } from 'vitest';
import type { ImportRecord } from '../../../src/lib/model/import-summary';
import { importHealth } from '../../../src/lib/state/imports/import-health';

const now = Date.UTC(2026, 10, 15, 12);
const hour = 3_600_000;

function record(changes: Partial<ImportRecord> = {}): ImportRecord {
  return {
    ...{ id: 'i', source: 'claude-code', files: 1, filesSkipped: 0, filesUnchanged: 0 },
    ...{ eventsAdded: 1, eventsReplaced: 0, duplicates: 0, problems: [], outputNotFinal: 0 },
    ...{ startedAt: now - 2 * hour, finishedAt: now - hour, status: 'finished' as const },
    ...changes,
  };
}
const problems = [
  { file: 'a.jsonl', line: 1, reason: 'no-id', count: 2 },
  { file: 'b.jsonl', reason: 'no-id', count: 1 },
];
const folder = (status: string) => ({ status, stored: { name: status } });
const old = record({ startedAt: now - 73 * hour, finishedAt: now - 72 * hour });

it.each([
  ['nothing was imported', [], [], undefined],
  ['all is well', [record(), record({ problems })], [folder('ready')], { kind: 'fine', at: now - hour }],
  ['lines were skipped', [record({ problems })], [], { kind: 'problems', at: now - hour, count: 3 }],
  ['it was stopped', [record({ status: 'cancelled' })], [], { kind: 'stopped', at: now - hour }],
  [
    'its tab went away',
    [record({ status: 'running', finishedAt: null })],
    [],
    { kind: 'unfinished', at: now - 2 * hour },
  ],
  [
    'it has just begun',
    [record({ status: 'running', finishedAt: null, startedAt: now - 1000 })],
    [],
    undefined,
  ],
  [
    'the last one was undone',
    [record({ status: 'undone', problems }), record()],
    [],
    { kind: 'fine', at: now - hour },
  ],
  ['a folder is gone', [record()], [folder('gone')], { kind: 'unread', at: now - hour, folders: ['gone'] }],
  ['reading has just paused', [record()], [folder('paused')], { kind: 'fine', at: now - hour }],
  [
    'reading has paused for days',
    [old],
    [folder('paused'), folder('ready')],
    { kind: 'unread', at: now - 72 * hour, folders: ['paused'] },
  ],
  ['a folder was never read', [], [folder('paused')], { kind: 'unread', at: undefined, folders: ['paused'] }],
])('%s', (_, imports, folders, health) => {
  expect(importHealth(imports, folders, now)).toEqual(health);
});
