import { describe, expect, it } from 'vitest';
import { madeProjectId } from '../../../../src/lib/database/projects/made-project-id';
import { idsOf, readAll } from '../decisions/contents';
import { testNow, type TestDatabase } from '../open';
import { addProject, importBatches, sourceEvent } from '../samples';
import { agreed, openDevice, takeIn } from './devices';

const path = '/home/u/alpha';
const alpha = madeProjectId(path);
const elsewhere = sourceEvent({ dedupeKey: 'test:2', path: '/home/u/beta', sessionId: null });

/** Three devices that know the projects of two folders and one that a user created. */
async function three(): Promise<[TestDatabase, TestDatabase, TestDatabase]> {
  const [a, b, c] = [await openDevice(), await openDevice(), await openDevice()];
  addProject(a.commands, 'own');
  importBatches(a.commands, 'i-1', [{ events: [sourceEvent({ sessionId: null }), elsewhere] }]);
  for (const each of [b, c]) takeIn(each, a);
  return [a, b, c];
}

async function copyOf({ database }: TestDatabase): Promise<TestDatabase> {
  const copy = await openDevice();
  copy.commands.replaceDatabase(database.sqlite3.capi.sqlite3_js_db_export(database.db));
  return copy;
}

/** So that what it decides is later than what the others decide. */
const runAhead = ({ database }: TestDatabase) =>
  database.db.exec('UPDATE clock SET last = last + 31536000000');

function moveTo(test: TestDatabase, projectId: string): void {
  const event = readAll(test).find((each) => each.path === elsewhere.path);
  test.commands.moveUsageEvent(event?.id ?? '', projectId, testNow);
}

const removeAlpha = ({ commands }: TestDatabase) => {
  commands.deleteProject(alpha, testNow);
  commands.removeDeletedProject(alpha);
};

describe('a project that one device removed permanently', () => {
  it.each(['before', 'after'])(
    'and another moved an event to, %s that, is kept only if records of its folder are left',
    async (when) => {
      const [a, b, c] = await three();
      runAhead(when === 'before' ? c : b);
      removeAlpha(c);
      // Records that the removal did not concern bring the project back, until another decision moves them.
      importBatches(a.commands, 'i-2', [{ events: [sourceEvent({ dedupeKey: 'test:3', sessionId: null })] }]);
      moveTo(b, alpha);
      b.commands.decideProjectPath(
        path,
        { projectId: 'own', coversSubfolders: false, isDecided: true },
        testNow,
      );

      const other = await copyOf(a);
      for (const from of [c, b]) takeIn(other, from);
      for (const from of [b, c]) takeIn(a, from);
      expect(agreed(other)).toEqual(agreed(a));
      expect(idsOf(a, `SELECT id FROM projects WHERE id = '${alpha}'`)).toEqual([]);
      expect(readAll(a).map((event) => [event.path, event.projectId])).toEqual(
        expect.arrayContaining([
          [path, 'own'],
          [elsewhere.path, madeProjectId('/home/u/beta')],
        ]),
      );
    },
  );

  it('takes the events moved to it again once it has come back', async () => {
    const [a, b, c] = await three();
    removeAlpha(c);
    importBatches(c.commands, 'i-2', [{ events: [sourceEvent({ sessionId: null })] }]);
    moveTo(c, alpha);
    for (const [into, from] of [
      [a, c],
      [b, a],
      [c, b],
    ] as const)
      takeIn(into, from);
    for (const each of [a, b]) expect(agreed(each)).toEqual(agreed(c));
    expect(readAll(c).map(({ projectId }) => projectId)).toEqual([alpha, alpha]);
  });
});
