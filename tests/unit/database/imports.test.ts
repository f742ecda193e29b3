import { describe, expect, it } from 'vitest';
import { unassignedProjectId } from '../../../src/lib/database/projects/project-paths';
import type { SourceSession } from '../../../src/lib/model/usage-event';
import { contents } from './import-contents';
import type { TestDatabase } from './open';
import { openTestDatabase, testNow } from './open';
import { importBatches, importEnd, manualEvent, packed, sourceEvent } from './samples';

function names({ commands }: TestDatabase): string[] {
  return commands.getProjects().map((project) => project.name);
}

describe('one import', () => {
  it('counts added, replaced and already known events', async () => {
    const { commands } = await openTestDatabase();
    const first = importBatches(commands, 'first', [
      { events: [sourceEvent(), sourceEvent({ dedupeKey: 'test:2' }), sourceEvent()] },
      { events: [sourceEvent({ outputTokens: 21 })] },
    ]);
    expect(first.results).toEqual([
      { eventsAdded: 2, eventsReplaced: 0, duplicates: 1 },
      // A better record of a call from the same import is not reported as replaced.
      { eventsAdded: 0, eventsReplaced: 0, duplicates: 1 },
    ]);
    expect(first.summary).toMatchObject({ eventsAdded: 2, eventsReplaced: 0, duplicates: 2 });
    const second = importBatches(commands, 'second', [
      { events: [sourceEvent({ outputTokens: 22 }), sourceEvent({ dedupeKey: 'test:2', outputTokens: 5 })] },
    ]);
    expect(second.summary).toMatchObject({ eventsAdded: 0, eventsReplaced: 1, duplicates: 1 });
    expect(commands.getGlobalUsageStats()).toMatchObject({ eventCount: 2, outputTokens: 42 });
  });

  it('counts a batch that arrives twice once, and none after the import ended', async () => {
    const { commands } = await openTestDatabase();
    commands.beginImport({ id: 'i', startedAt: testNow });
    commands.beginImport({ id: 'i', startedAt: testNow });
    const batch = {
      importId: 'i',
      batch: 0,
      source: 'test',
      records: packed({ events: [sourceEvent()] }),
      createdAt: testNow,
    };
    const result = commands.addUsageEvents(batch);
    expect(commands.addUsageEvents(batch)).toEqual(result);
    const summary = commands.finishImport(importEnd('i'));
    expect(commands.finishImport(importEnd('i'))).toEqual(summary);
    expect(summary).toMatchObject({ eventsAdded: 1, duplicates: 0 });
    expect(commands.addUsageEvents(batch)).toEqual(result);
    expect(() => commands.addUsageEvents({ ...batch, batch: 1 })).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
  });

  it('remembers its problems and whether it was cancelled', async () => {
    const { commands } = await openTestDatabase();
    commands.beginImport({ id: 'a', startedAt: 1 });
    commands.beginImport({ id: 'b', startedAt: 2 });
    const problems = [
      { file: 'x.jsonl', line: 3, reason: 'line-not-json', count: 2 },
      { file: 'y.jsonl', reason: 'empty-file', count: 1 },
    ];
    commands.finishImport({ ...importEnd('a'), wasCancelled: true, problems });
    expect(commands.getImports().map(({ id, status }) => [id, status])).toEqual([
      ['b', 'running'],
      ['a', 'cancelled'],
    ]);
    expect(commands.getImports()[1]).toMatchObject({ problems, finishedAt: testNow, source: 'test' });
  });

  it('counts its events with a placeholder', async () => {
    const { commands } = await openTestDatabase();
    const placeholder = { isOutputFinal: false, outputTokens: 5 };
    const { summary } = importBatches(commands, 'i', [
      { events: [sourceEvent(placeholder), sourceEvent({ ...placeholder, dedupeKey: 'test:2' })] },
      { events: [sourceEvent()] },
    ]);
    expect(summary.outputNotFinal).toBe(1);
    expect(commands.getGlobalUsageStats().outputNotFinalCount).toBe(1);
  });

  it('improves calls that were read before their price class was, and undo brings them back', async () => {
    const { commands } = await openTestDatabase();
    const cost = () => commands.getGlobalUsageStats().costNanoUsd;
    importBatches(commands, 'earlier', [{ events: [sourceEvent()] }]);
    const full = cost();
    const known = [{ events: [sourceEvent({ serviceTier: 'batch' })] }];
    expect(importBatches(commands, 'later', known).summary).toMatchObject({ eventsReplaced: 1 });
    expect(cost()).toBe(full / 2);
    // Reading it with an earlier version, or once more, changes nothing.
    expect(importBatches(commands, 'old', [{ events: [sourceEvent()] }]).summary.duplicates).toBe(1);
    expect(importBatches(commands, 'again', known).summary.duplicates).toBe(1);
    expect(cost()).toBe(full / 2);
    commands.undoImport('later', testNow);
    expect(cost()).toBe(full);
  });

  it('stores the source’s costs and count qualities, and never treats an unknown cost as 0', async () => {
    const { commands } = await openTestDatabase();
    importBatches(commands, 'i', [
      {
        events: [
          sourceEvent({ recordedCostNanoUsd: 5, serviceTier: 'batch' }),
          sourceEvent({ dedupeKey: 'test:2', llmMode: 'local', countQuality: 'rounded' }),
          sourceEvent({ dedupeKey: 'test:3', model: 'unheard-of-1' }),
        ],
      },
    ]);
    const range = { from: '2026-11-01', to: '2026-11-30' };
    const { events } = commands.getUsageEvents({ ...range, after: null, limit: 10 });
    expect(events.reverse()).toMatchObject([
      { costNanoUsd: 5, costBasis: 'recorded', serviceTier: 'batch', countQuality: 'call' },
      { costNanoUsd: 0, costBasis: 'free', recordedCostNanoUsd: null, countQuality: 'rounded' },
      { costNanoUsd: null, costBasis: 'unpriced', priceRule: null, serviceTier: null },
    ]);
    expect(commands.getGlobalUsageStats()).toMatchObject({
      ...{ costNanoUsd: 5, unpricedTokens: 1131, inexactCount: 1, totalTokens: 3 * 1131 },
    });
  });

  it('keeps the printed day of a daily bucket in every zone', async () => {
    const { commands } = await openTestDatabase('America/Los_Angeles');
    const midnight = Date.UTC(2026, 10, 1);
    importBatches(commands, 'i', [
      {
        events: [
          sourceEvent({ granularity: 'day', occurredAt: midnight }),
          sourceEvent({ dedupeKey: 'test:2', occurredAt: midnight }),
        ],
      },
    ]);
    const days = () =>
      commands.getUsageTimeline({ from: '2026-10-01', to: '2026-12-01' }, 'day').map((day) => day.time);
    expect(days()).toEqual(['2026-10-31', '2026-11-01']);
    commands.updateTimeZone('Asia/Tokyo', testNow);
    expect(days()).toEqual(['2026-11-01']);
    expect(commands.checkIntegrity().ok).toBe(true);
  });
});

describe('projects of imports', () => {
  it('are named after their folder, with parent folders if that name is taken', async () => {
    const test = await openTestDatabase();
    const paths = ['/home/u/app', '/home/u/old/app', '/srv/old/app', 'C:\\work\\app', 'proj_123', null];
    importBatches(test.commands, 'i', [
      {
        events: paths.map((path, index) =>
          sourceEvent({ path, dedupeKey: `test:${index}`, sessionId: null }),
        ),
      },
    ]);
    expect(names(test).sort()).toEqual([
      'Unassigned',
      'app',
      'old/app',
      'proj_123',
      'srv/old/app',
      'work/app',
    ]);
    expect(test.commands.getUsageStatsByProject(unassignedProjectId).eventCount).toBe(1);
  });

  it('include subfolders and worktrees of the folder where a session began, even if that is known only later', async () => {
    const test = await openTestDatabase();
    const began: SourceSession = { sessionId: 'session-1', beganAt: 10, beganIn: '/home/u/app' };
    importBatches(test.commands, 'i', [
      { events: [sourceEvent({ path: '/home/u/app/src' })] },
      { events: [sourceEvent({ dedupeKey: 'test:2', path: '/home/u/app/.claude/worktrees/x' })] },
      { events: [], sessions: [{ ...began, beganAt: 20, beganIn: '/home/u/app/src' }] },
      { events: [sourceEvent({ dedupeKey: 'test:3', path: '/elsewhere' })], sessions: [began] },
    ]);
    expect(contents(test).folders).toEqual(['/elsewhere', '/home/u/app']);
    expect(test.commands.getAllUsageStats().projects.map((project) => project.eventCount)).toEqual([2, 1]);
  });

  it('keep the names that the user gave', async () => {
    const test = await openTestDatabase();
    importBatches(test.commands, 'first', [{ events: [sourceEvent()] }]);
    test.commands.updateProject(test.commands.getProjects()[0]!.id, { name: 'Mine' }, testNow);
    importBatches(test.commands, 'second', [{ events: [sourceEvent({ dedupeKey: 'test:2' })] }]);
    expect(names(test)).toEqual(['Mine']);
  });
});

describe('undo', () => {
  it('removes the import’s events and projects, and the next import restores them', async () => {
    const test = await openTestDatabase();
    const batches = [
      { events: [sourceEvent()], sessions: [{ sessionId: 'session-1', beganAt: 1, beganIn: '/x' }] },
    ];
    importBatches(test.commands, 'first', batches);
    const imported = contents(test);
    expect(test.commands.undoImport('first', testNow)).toBe(true);
    expect(contents(test)).toEqual({ usage: [], folders: [], sessions: 0, superseded: 0 });
    expect(test.commands.getImports()[0]).toMatchObject({ status: 'undone', eventsAdded: 1 });
    expect(test.commands.undoImport('first', testNow)).toBe(false);
    expect(test.commands.undoImport('nobody', testNow)).toBe(false);
    expect(importBatches(test.commands, 'second', batches).summary.eventsAdded).toBe(1);
    expect(contents(test)).toEqual(imported);
  });

  it.each(['rename', 'pin', 'use'])('leaves a project that the user did %s', async (touch) => {
    const { commands } = await openTestDatabase();
    importBatches(commands, 'i', [{ events: [sourceEvent()] }]);
    const { id } = commands.getProjects()[0]!;
    if (touch === 'rename') commands.updateProject(id, { name: 'Mine' }, testNow);
    if (touch === 'pin') commands.updateProjectPinned(id, true, testNow);
    if (touch === 'use') commands.recordUsageEvent(manualEvent({ projectId: id }));
    commands.undoImport('i', testNow);
    expect(commands.getProjects()).toHaveLength(1);
  });

  it('restores what later imports had replaced, in any order of undoing', async () => {
    const { commands } = await openTestDatabase();
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      importBatches(commands, id, [
        { events: [sourceEvent({ outputTokens: 10 + index, reasoningTokens: 0 })] },
      ]);
    }
    const output = () => commands.getGlobalUsageStats().outputTokens;
    expect(output()).toBe(12);
    commands.undoImport('b', testNow);
    expect(output()).toBe(12);
    commands.undoImport('c', testNow);
    expect(output()).toBe(10);
    commands.undoImport('a', testNow);
    expect(output()).toBe(0);
    expect(commands.checkIntegrity().ok).toBe(true);
  });
});
