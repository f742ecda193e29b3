import { describe, expect, it } from 'vitest';
import { previewMerge } from '../../../../src/lib/database/merge/merge-database';
import { codexEvent } from './codex';
import { testNow, type TestDatabase } from '../open';
import { addProject, importBatches, manualEvent, sourceEvent } from '../samples';
import { agreed, openDevice, takeIn } from './devices';

const at = testNow;

async function two(): Promise<[TestDatabase, TestDatabase]> {
  return [await openDevice(), await openDevice()];
}

function exchange(a: TestDatabase, b: TestDatabase): void {
  takeIn(a, b);
  takeIn(b, a);
  expect(agreed(b)).toEqual(agreed(a));
  expect(a.commands.checkIntegrity().differences).toEqual([]);
}

const projectOf = ({ commands }: TestDatabase, name: string) =>
  commands.getProjects().find((project) => project.name === name);

describe('decisions of two devices', () => {
  it('are both kept for different fields, and the later one for the same field', async () => {
    const [a, b] = await two();
    addProject(a.commands, 'p');
    takeIn(b, a);
    a.commands.updateProject('p', { name: 'New name' }, at);
    b.commands.updateProject('p', { clientName: 'ACME' }, at);
    exchange(a, b);
    expect(projectOf(a, 'New name')).toMatchObject({ clientName: 'ACME' });
    a.commands.updateProject('p', { name: 'Earlier' }, at);
    takeIn(b, a);
    b.commands.updateProject('p', { name: 'Later' }, at - 1_000_000);
    exchange(a, b);
    expect(a.commands.getProjects().map(({ name }) => name)).toEqual(['Later']);
  });

  it('are ordered correctly after a clock that is a year ahead', async () => {
    const [a, b] = await two();
    addProject(a.commands, 'p');
    a.database.db.exec('UPDATE clock SET last = last + 31536000000');
    a.commands.updateProject('p', { name: 'From the future' }, at);
    takeIn(b, a);
    b.commands.updateProject('p', { name: 'Afterwards' }, at);
    exchange(a, b);
    expect(a.commands.getProjects().map(({ name }) => name)).toEqual(['Afterwards']);
  });

  it('never create a cycle of merged projects', async () => {
    const [a, b] = await two();
    for (const id of ['x', 'y']) addProject(a.commands, id);
    takeIn(b, a);
    a.commands.mergeProjects('x', 'y', at);
    b.commands.mergeProjects('y', 'x', at);
    exchange(a, b);
    expect(a.commands.getProjects()).toHaveLength(1);
  });

  it('keep the positions of pins moved on either device', async () => {
    const [a, b] = await two();
    const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
    for (const id of ids) addProject(a.commands, id);
    for (const id of ids) a.commands.updateProjectPinned(id, true, at);
    takeIn(b, a);
    a.commands.pinProjectAt('p6', 0, at);
    b.commands.pinProjectAt('p1', 3, at);
    exchange(a, b);
    expect(a.commands.getPinnedProjects().map(({ id }) => id)).toEqual(['p6', 'p2', 'p3', 'p4', 'p1', 'p5']);
  });

  it('deleted projects stay deleted, and permanently removed ones do not come back', async () => {
    const [a, b] = await two();
    importBatches(a.commands, 'i-1', [{ events: [sourceEvent()] }]);
    takeIn(b, a);
    const id = projectOf(a, 'alpha')?.id ?? '';
    expect(projectOf(b, 'alpha')?.id).toBe(id);
    a.commands.deleteProject(id, at);
    b.commands.updateProject(id, { name: 'Renamed meanwhile' }, at);
    exchange(a, b);
    expect(b.commands.getDeletedProjects()).toMatchObject([{ id, name: 'Renamed meanwhile', eventCount: 1 }]);
    a.commands.removeDeletedProject(id);
    exchange(a, b);
    expect(b.commands.getDeletedProjects()).toEqual([]);
    expect(b.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(0);
    // Reading the same logs again restores the project on both devices.
    importBatches(b.commands, 'i-2', [{ events: [sourceEvent()] }]);
    exchange(a, b);
    expect(a.commands.getAllUsageStats('2026-11').global.totalTokens).toBe(1131);
  });
});

describe('events of two devices', () => {
  it('from the same logs count once, in the same folder’s project, whichever device read them', async () => {
    const [a, b] = await two();
    importBatches(a.commands, 'i-a', [{ events: [sourceEvent(), sourceEvent({ dedupeKey: 'test:2' })] }]);
    importBatches(b.commands, 'i-b', [{ events: [sourceEvent(), sourceEvent({ dedupeKey: 'test:3' })] }]);
    exchange(a, b);
    expect(a.commands.getProjects().map(({ name }) => name)).toEqual(['alpha']);
    expect(a.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(3);
    a.commands.undoImport('i-a', at);
    exchange(a, b);
    expect(b.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(2);
  });

  it('under different families of sessions are the same calls', async () => {
    const [a, b] = await two();
    const link = { sessionId: 's2', parentId: 's1' };
    importBatches(a.commands, 'i-a', [{ events: [codexEvent('s2', 1), codexEvent('s2', 2)] }], 'codex-cli');
    importBatches(
      b.commands,
      'i-b',
      [{ events: [codexEvent('s1', 1), codexEvent('s2', 3)], lineage: [link] }],
      'codex-cli',
    );
    const [event] = a.commands.getUsageEvents({
      from: '2020-01-01',
      to: '2099-12-31',
      after: null,
      limit: 1,
    }).events;
    addProject(a.commands, 'chosen');
    a.commands.moveUsageEvent(event?.id ?? '', 'chosen', at);
    exchange(a, b);
    expect(a.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(3);
    expect(
      a.database.db.selectValue(
        "SELECT count(*) FROM event_rows JOIN event_projects p ON p.id = project WHERE project_id = 'chosen'",
      ),
    ).toBe(1);
  });

  it('entered by hand are changed, deleted and re-entered', async () => {
    const [a, b] = await two();
    addProject(a.commands, 'alpha');
    a.commands.recordUsageEvent(manualEvent());
    exchange(a, b);
    b.commands.updateUsageEvent(manualEvent({ inputTokens: 5000 }), at + 1);
    exchange(a, b);
    expect(a.commands.getAllUsageStats('2026-11').global.totalTokens).toBe(5020);
    a.commands.deleteUsageEvent('event-1');
    exchange(a, b);
    expect(b.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(0);
    b.commands.recordUsageEvent(manualEvent());
    exchange(a, b);
    expect(a.database.db.selectValue('SELECT count(*) FROM event_rows')).toBe(1);
  });

  it('cost what the merged prices say', async () => {
    const [a, b] = await two();
    importBatches(a.commands, 'i-a', [{ events: [sourceEvent()] }]);
    b.commands.savePriceChoice('claude-sonnet-4-5', { kind: 'free' }, at);
    exchange(a, b);
    expect(a.database.db.selectValue('SELECT sum(cost_nano_usd) FROM usage_daily')).toBe(0);
  });
});

describe('a preview', () => {
  it('shows what would be added, and changes nothing', async () => {
    const [a, b] = await two();
    addProject(a.commands, 'p');
    importBatches(b.commands, 'i-b', [{ events: [sourceEvent()] }]);
    b.commands.savePriceChoice('claude-sonnet-4-5', { kind: 'free' }, at);
    const before = agreed(a);
    const bytes = b.commands.exportDatabase();
    const preview = previewMerge(a.database, bytes);
    expect(preview).toMatchObject({
      before: { events: 0, projects: 1 },
      after: { events: 1, projects: 2 },
      decisions: 1,
    });
    expect(agreed(a)).toEqual(before);
    // The prices of the preview are forgotten with it.
    a.commands.savePriceChoice('some-model', { kind: 'free' }, at);
    importBatches(a.commands, 'i-a', [{ events: [sourceEvent()] }]);
    expect(a.database.db.selectValue('SELECT sum(cost_nano_usd) FROM usage_daily')).toBeGreaterThan(0);
    expect(a.commands.mergeDatabase(bytes).after.events).toBe(1);
  });

  it.each([
    ['what is no database', () => new Uint8Array(5000).fill(7)],
    ['nothing', () => new Uint8Array(1)],
  ])('refuses %s', async (_what, bytes) => {
    const [a] = await two();
    const before = agreed(a);
    expect(() => a.commands.mergeDatabase(bytes())).toThrow(expect.objectContaining({ code: 'BadInput' }));
    expect(agreed(a)).toEqual(before);
  });

  it('refuses a file whose clock is too far ahead', async () => {
    const [a, b] = await two();
    b.database.db.exec('UPDATE clock SET last = 8000000000000000');
    expect(() => takeIn(a, b)).toThrow('merge-times-wrong');
  });
});
