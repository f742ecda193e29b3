import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import type { ImportSummary } from '../../../src/lib/model/import-summary';
import { emptyRecords, packRecords, type SourceRecords } from '../../../src/lib/model/source-records';
import type { BatchResult, Commands, NewUsageEvent } from '../../../src/lib/protocol/commands';
import { testNow } from './open';

/** Creates a project whose name is its id. */
export function addProject(commands: Commands, id: string): void {
  commands.createProject({ id, name: id, clientName: null, description: null, createdAt: testNow });
}

export function manualEvent(changes: Partial<NewUsageEvent> = {}): NewUsageEvent {
  return {
    id: 'event-1',
    projectId: 'alpha',
    eventType: 'chat',
    llmMode: 'cloud',
    provider: null,
    model: null,
    inputTokens: 100,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: 20,
    reasoningTokens: 0,
    occurredAt: testNow,
    ...changes,
  };
}

export function sourceEvent(changes: Partial<SourceUsageEvent> = {}): SourceUsageEvent {
  return {
    dedupeKey: 'test:1',
    sessionId: 'session-1',
    occurredAt: testNow,
    granularity: 'moment',
    path: '/home/u/alpha',
    provider: 'anthropic',
    model: 'claude-sonnet-4-5',
    eventType: 'chat',
    llmMode: 'cloud',
    position: 1,
    isOutputFinal: true,
    inputTokens: 100,
    cacheReadTokens: 1000,
    cacheWrite5mTokens: 10,
    cacheWrite1hTokens: 1,
    outputTokens: 20,
    reasoningTokens: 5,
    ...changes,
  };
}

export type TestBatch = Partial<SourceRecords> & Pick<SourceRecords, 'events'>;

/** The batch in the form that the importer sends. */
export function packed(batch: TestBatch, source = 'test'): Uint8Array[] {
  return [packRecords({ ...emptyRecords(), ...batch }, source).bytes];
}

/** Runs a whole import of these batches. */
export function importBatches(
  commands: Commands,
  id: string,
  batches: readonly TestBatch[],
  source = 'test',
): { summary: ImportSummary; results: BatchResult[] } {
  commands.beginImport({ id, startedAt: testNow });
  const results = batches.map((records, batch) =>
    commands.addUsageEvents({
      importId: id,
      batch,
      source,
      records: packed(records, source),
      createdAt: testNow,
    }),
  );
  return { summary: commands.finishImport(importEnd(id)), results };
}

export function importEnd(id: string) {
  return {
    id,
    finishedAt: testNow,
    wasCancelled: false,
    source: 'test',
    files: 1,
    filesSkipped: 0,
    problems: [],
  };
}

/**
 * The all-time usage of every project by the folder that leads to it (or by name, if none does), so that databases
 * can be compared.
 */
export function usageByFolder(commands: Commands, folderOf: (projectId: string) => string) {
  const always = { from: '2020-01-01', to: '2099-12-31' };
  const usage = commands.getProjects().flatMap(({ id }) => {
    const days = commands.getUsageTimeline({ ...always, projectIds: [id] }, 'day');
    return days.map((day) => ({ folder: folderOf(id), ...day }));
  });
  return usage.sort((a, b) => `${a.folder}${a.time}`.localeCompare(`${b.folder}${b.time}`));
}
