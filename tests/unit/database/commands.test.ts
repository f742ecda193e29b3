import { beforeEach, describe, expect, it } from 'vitest';
import { noCostByKind } from '../../../src/lib/model/cost-by-kind';
import { schemaVersion } from '../../../src/lib/database/opening/migrations';
import type { Commands, UsageEventBatch } from '../../../src/lib/protocol/commands';
import { openTestDatabase, testNow } from './open';
import { addProject, manualEvent, packed, sourceEvent } from './samples';

let commands: Commands;

beforeEach(async () => {
  ({ commands } = await openTestDatabase());
  addProject(commands, 'alpha');
});

describe('projects', () => {
  it('are created once, however often the call arrives', () => {
    addProject(commands, 'alpha');
    expect(commands.getProjects()).toEqual([
      {
        id: 'alpha',
        name: 'alpha',
        clientName: null,
        description: null,
        isArchived: false,
        isPinned: false,
        pinOrder: 0,
      },
    ]);
  });

  it('have trimmed names, and clients that may be blank', () => {
    const project = { id: 'b', name: '  Beta\n', clientName: '   ', description: null, createdAt: testNow };
    expect(commands.createProject(project)).toMatchObject({ name: 'Beta', clientName: null });
  });

  it.each(['', ' \t\n', '\u200b\u200d', 'x'.repeat(301), 'nul\0', 5, null])('refuse the name %j', (name) => {
    const project = { id: 'b', name, clientName: null, description: null, createdAt: testNow };
    expect(() => commands.createProject(project as never)).toThrow(
      expect.objectContaining({ code: 'BadInput', message: expect.stringMatching(/^name: /) as string }),
    );
  });

  it('may have names of 300 characters beyond the basic plane', () => {
    const name = '𝔸'.repeat(300);
    const project = { id: 'b', name, clientName: null, description: null, createdAt: testNow };
    expect(commands.createProject(project).name).toBe(name);
  });

  it('change only the given fields', () => {
    commands.updateProject('alpha', { clientName: 'ACME', name: undefined } as never, testNow);
    commands.updateProject('alpha', { description: 'about' }, testNow);
    expect(commands.getProjects()[0]).toMatchObject({
      name: 'alpha',
      clientName: 'ACME',
      description: 'about',
    });
    commands.updateProject('alpha', { clientName: null }, testNow);
    expect(commands.getProjects()[0]).toMatchObject({ clientName: null, description: 'about' });
    expect(commands.updateProject('nobody', {}, testNow)).toBe(false);
  });
});

describe('usage recorded by hand', () => {
  it('counts once per id', () => {
    expect(commands.recordUsageEvent(manualEvent())).toBe('event-1');
    expect(commands.recordUsageEvent(manualEvent({ inputTokens: 7 }))).toBe('event-1');
    expect(commands.getGlobalUsageStats()).toMatchObject({
      month: '2026-11',
      promptTokens: 100,
      completionTokens: 20,
      totalTokens: 120,
      eventCount: 1,
    });
  });

  it('needs a project', () => {
    expect(() => commands.recordUsageEvent(manualEvent({ projectId: 'nobody' }))).toThrow(
      expect.objectContaining({ code: 'NotFound' }),
    );
  });

  it.each([
    { occurredAt: Date.UTC(2019, 11, 31, 23) },
    { occurredAt: testNow + 3 * 86_400_000 },
    { occurredAt: Number.NaN },
    { inputTokens: -1 },
    { inputTokens: 0.5 },
    { outputTokens: 10 ** 13 },
    { outputTokens: 1, reasoningTokens: 2 },
    { llmMode: 'elsewhere' },
    { eventType: '' },
  ])('refuses %j', (wrong) => {
    expect(() => commands.recordUsageEvent(manualEvent(wrong as never))).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
    expect(commands.getGlobalUsageStats().eventCount).toBe(0);
  });
});

describe('statistics', () => {
  beforeEach(() => {
    addProject(commands, 'beta');
    addProject(commands, 'Gamma');
    commands.recordUsageEvent(manualEvent({ model: 'small' }));
    commands.recordUsageEvent(manualEvent({ id: '2', projectId: 'beta', inputTokens: 500, model: 'large' }));
    commands.recordUsageEvent(manualEvent({ id: '3', occurredAt: Date.UTC(2026, 9, 31), llmMode: 'local' }));
  });

  it('are all zeros for a month without usage', () => {
    expect(commands.getUsageStatsByProject('Gamma')).toEqual({
      month: '2026-11',
      projectId: 'Gamma',
      projectName: 'Gamma',
      clientName: null,
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
      outputTokens: 0,
      reasoningTokens: 0,
      promptTokens: 0,
      completionTokens: 0,
      totalTokens: 0,
      eventCount: 0,
      outputNotFinalCount: 0,
      costNanoUsd: 0,
      costNanoUsdByKind: noCostByKind,
      unpricedTokens: 0,
      inexactCount: 0,
    });
  });

  it('list every project, largest first, and add up to the global ones', () => {
    const { global, projects } = commands.getAllUsageStats('2026-11');
    expect(projects.map((project) => [project.projectName, project.totalTokens])).toEqual([
      ['beta', 520],
      ['alpha', 120],
      ['Gamma', 0],
    ]);
    expect(global).toMatchObject({ totalTokens: 640, eventCount: 2 });
    expect(commands.getGlobalUsageStats('2026-11')).toEqual(global);
    expect(commands.getUsageStatsByProject('beta', '2026-11')).toEqual(projects[0]);
  });

  it('list the months with usage', () => {
    expect(commands.getUsageMonths()).toEqual(['2026-10', '2026-11']);
  });

  it('return days and breakdowns over a range, of all projects or one', () => {
    const range = { from: '2026-10-01', to: '2026-11-30' };
    const of = (projectId?: string) => ({ ...range, ...(projectId && { projectIds: [projectId] }) });
    const days = (projectId?: string) =>
      commands.getUsageTimeline(of(projectId), 'day').map((day) => [day.time, day.totalTokens]);
    expect(days('alpha')).toEqual([
      ['2026-10-31', 120],
      ['2026-11-15', 120],
    ]);
    expect(days()).toHaveLength(2);
    const models = (projectId?: string) =>
      commands.getUsageTotals(of(projectId), 'model').map((row) => [row.key, row.totalTokens]);
    expect(models()).toEqual([
      ['large', 520],
      [null, 120],
      ['small', 120],
    ]);
    expect(models('beta')).toEqual([['large', 520]]);
    expect(commands.getUsageTotals(range, 'llmMode')[0]).toMatchObject({ key: 'cloud', eventCount: 2 });
  });

  it('refuse invalid months, ranges and projects', () => {
    for (const month of ['2026-13', '2026-1', 'November', '', 7]) {
      expect(() => commands.getGlobalUsageStats(month as never)).toThrow(
        expect.objectContaining({ code: 'BadInput' }),
      );
    }
    expect(() => commands.getUsageTimeline({ from: '2026-02-30', to: '2026-03-01' }, 'day')).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
    expect(() =>
      commands.getUsageTotals({ from: '2026-01-01', to: '2026-02-01' }, 'dedupeKey' as never),
    ).toThrow(expect.objectContaining({ code: 'BadInput' }));
    expect(() => commands.getUsageStatsByProject('nobody')).toThrow(
      expect.objectContaining({ code: 'NotFound' }),
    );
  });
});

it('reports what is stored, and exports the file', () => {
  commands.recordUsageEvent(manualEvent());
  expect(commands.getStorageState()).toMatchObject({ database: 'memory', eventCount: 1, schemaVersion });
  const file = commands.exportDatabase();
  expect(new TextDecoder().decode(file.slice(0, 15))).toBe('SQLite format 3');
  expect(file.byteLength).toBe(commands.getStorageState().databaseBytes);
});

it('refuses an invalid batch', () => {
  commands.beginImport({ id: 'import', startedAt: testNow });
  const batch: UsageEventBatch = {
    importId: 'import',
    batch: 0,
    source: 'test',
    records: packed({ events: [sourceEvent({ inputTokens: -1 })] }),
    createdAt: testNow,
  };
  expect(() => commands.addUsageEvents(batch)).toThrow(
    expect.objectContaining({
      code: 'BadInput',
      problem: expect.objectContaining({ code: 'event-not-storable', event: 1 }) as object,
    }),
  );
  expect(() => commands.addUsageEvents({ ...batch, records: [Uint8Array.of(1)] })).toThrow(
    expect.objectContaining({ code: 'BadInput' }),
  );
  expect(() => commands.addUsageEvents({ ...batch, records: [], importId: 'nobody' })).toThrow(
    expect.objectContaining({ code: 'NotFound' }),
  );
});
