import { beforeEach, expect, it } from 'vitest';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

/** Permanent removal, and the effect of a merge or a deletion on documents waiting in a project. */

const always = { from: '2020-01-01', to: '2099-12-31' };
let test: TestDatabase;

beforeEach(async () => {
  test = await openTestDatabase();
  for (const id of ['alpha', 'beta', 'gamma']) addProject(test.commands, id);
});

const rows = (sql: string) => test.database.db.selectArrays(sql);
const total = () => test.commands.getUsageTotals(always, null)[0]?.totalTokens;

function addDocument(id: string, projectId: string): void {
  test.database.db.exec({
    sql: `INSERT INTO cvs (id, project_id, file_name, byte_length, content_sha256, created_at, updated_at)
      VALUES (?1, ?2, ?1 || '.pdf', 10, printf('%064d', 1), 1, 1)`,
    bind: [id, projectId],
  });
}

/** Alpha has manual events, imported events, a merged project and documents. Gamma stays. */
function fillAndDelete(): void {
  const { commands } = test;
  commands.recordUsageEvent(manualEvent({ id: 'own', projectId: 'alpha' }));
  commands.recordUsageEvent(manualEvent({ id: 'merged', projectId: 'beta' }));
  commands.recordUsageEvent(manualEvent({ id: 'stays', projectId: 'gamma' }));
  const decision = { projectId: 'alpha', coversSubfolders: false, isDecided: true };
  commands.decideProjectPath('/home/u/alpha', decision, testNow);
  importBatches(commands, 'first', [{ events: [sourceEvent()] }]);
  // A better record of the same call: the first one is kept for undo.
  importBatches(commands, 'second', [{ events: [sourceEvent({ outputTokens: 30 })] }]);
  addDocument('cv-alpha', 'alpha');
  addDocument('cv-beta', 'beta');
  addDocument('cv-gamma', 'gamma');
  commands.mergeProjects('beta', 'alpha', testNow);
  commands.deleteProject('alpha', testNow);
}

it('reports what is lost, removes exactly that, and keeps every invariant', () => {
  const { commands } = test;
  fillAndDelete();
  expect(total()).toBe(120);
  expect(commands.getDeletedContents('alpha')).toEqual({
    eventCount: 3,
    totalTokens: 120 + 120 + 1141,
    pathCount: 1,
    documentCount: 2,
  });
  expect(commands.removeDeletedProject('alpha')).toBe(true);
  expect(commands.removeDeletedProject('alpha')).toBe(true);
  expect(commands.getDeletedProjects()).toEqual([]);
  expect(commands.restoreProject('alpha', testNow)).toBe(false);
  expect(commands.unmergeProject('beta', testNow)).toBe(false);
  expect(total()).toBe(120);
  for (const table of [
    'deleted_usage_events',
    'superseded_usage_events',
    'chosen_projects',
    'project_paths',
  ]) {
    expect(rows(`SELECT * FROM ${table}`), table).toEqual([]);
  }
  expect(rows('SELECT id, project_id FROM cvs')).toEqual([['cv-gamma', 'gamma']]);
  expect(rows('SELECT id FROM projects')).toEqual([['gamma']]);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('afterwards imports can still be undone, and the same log creates the project again', () => {
  const { commands } = test;
  fillAndDelete();
  commands.removeDeletedProject('alpha');
  expect(commands.undoImport('second', testNow)).toBe(true);
  expect(commands.undoImport('first', testNow)).toBe(true);
  expect(total()).toBe(120);
  importBatches(commands, 'third', [{ events: [sourceEvent()] }]);
  expect(commands.getProjects().map(({ name }) => name)).toEqual(['alpha', 'gamma']);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('removes nothing from a project that is not deleted', () => {
  const { commands } = test;
  commands.mergeProjects('beta', 'alpha', testNow);
  expect(commands.removeDeletedProject('alpha')).toBe(false);
  expect(commands.removeDeletedProject('beta')).toBe(false);
  expect(() => commands.getDeletedContents('alpha')).toThrow(expect.objectContaining({ code: 'NotFound' }));
  expect(commands.getProjects().map(({ id }) => id)).toEqual(['alpha', 'gamma']);
});

it('documents stay where they were added, so that undoing a merge or a deletion restores them', () => {
  const { commands } = test;
  addDocument('cv-alpha', 'alpha');
  addDocument('cv-beta', 'beta');
  const documents = () => rows('SELECT * FROM cvs ORDER BY id');
  const before = documents();
  commands.mergeProjects('beta', 'alpha', testNow);
  commands.deleteProject('alpha', testNow + 1);
  expect(commands.restoreProject('alpha', testNow + 2)).toBe(true);
  expect(commands.unmergeProject('beta', testNow + 3)).toBe(true);
  expect(documents()).toEqual(before);
  expect(commands.getProjects().map(({ id }) => id)).toEqual(['alpha', 'beta', 'gamma']);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('a client’s name changes in active and deleted projects at once, and undo changes exactly these back', () => {
  const { commands } = test;
  for (const id of ['alpha', 'beta']) commands.updateProject(id, { clientName: 'Old' }, testNow);
  commands.updateProject('gamma', { clientName: 'New' }, testNow);
  commands.deleteProject('beta', testNow);
  const clients = () => rows('SELECT id, client_name FROM projects ORDER BY id');
  expect(commands.updateClientName(['alpha', 'beta'], ' New ', testNow + 1)).toBe(2);
  expect(commands.updateClientName(['alpha', 'beta'], 'New', testNow + 1)).toBe(2);
  expect(clients()).toEqual([
    ['alpha', 'New'],
    ['beta', 'New'],
    ['gamma', 'New'],
  ]);
  commands.updateClientName(['alpha', 'beta'], 'Old', testNow + 2);
  expect(clients()).toEqual([
    ['alpha', 'Old'],
    ['beta', 'Old'],
    ['gamma', 'New'],
  ]);
  expect(() => commands.updateClientName(['alpha'], 'x'.repeat(301), testNow)).toThrow(
    expect.objectContaining({ code: 'BadInput' }),
  );
});
