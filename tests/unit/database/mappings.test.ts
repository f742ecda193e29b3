import { describe, expect, it } from 'vitest';
import { mappedSource } from '../../../src/lib/model/mapped-source';
import type { NewTableMapping } from '../../../src/lib/protocol/commands';
import { callMapping } from '../sources/support/mappings';
import { openTestDatabase, testNow } from './open';

const mapping: NewTableMapping = callMapping;
const saved = (changes: Partial<NewTableMapping> = {}): NewTableMapping => ({ ...mapping, ...changes });
const changed = saved({ decimalSign: ',' });

async function open() {
  const opened = await openTestDatabase();
  const list = () => opened.commands.getTableMappings();
  return { ...opened, list };
}

describe('saved mappings', () => {
  it('are listed as saved, last changed first', async () => {
    const { commands, list } = await open();
    commands.saveTableMapping(saved({ id: 'a', name: 'A' }), 1);
    commands.saveTableMapping(saved({ id: 'b', name: 'B' }), 2);
    const again = commands.saveTableMapping(saved({ id: 'a', name: ' A ', dateFormat: 'epoch-seconds' }), 3);
    expect(again).toMatchObject({ createdAt: 1, updatedAt: 3, deletedAt: null });
    expect(list().map((each) => each.mapping)).toEqual([
      { ...callMapping, id: 'a', name: 'A', dateFormat: 'epoch-seconds' },
      { ...callMapping, id: 'b', name: 'B' },
    ]);
  });

  it('have unique names, ignoring case', async () => {
    const { commands, list } = await open();
    commands.saveTableMapping(saved({ id: 'a', name: 'Router' }), 1);
    commands.saveTableMapping(saved({ id: 'b', name: 'B' }), 1);
    expect(() => commands.saveTableMapping(saved({ id: 'c', name: 'ROUTER' }), 2)).toThrow(
      'format-name-taken',
    );
    expect(() => commands.renameTableMapping('b', 'router', 2)).toThrow('format-name-taken');
    expect(commands.renameTableMapping('a', 'ROUTER', 2)).toBe(true);
    expect(commands.renameTableMapping('none', 'X', 2)).toBe(false);
    expect(commands.deleteTableMapping('a', 3)).toBe(true);
    commands.renameTableMapping('b', 'router', 4);
    expect(() => commands.restoreTableMapping('a', 5)).toThrow('format-name-taken');
    expect(list().map((each) => [each.mapping.name, each.deletedAt])).toEqual([
      ['router', null],
      ['ROUTER', 3],
    ]);
  });

  it('are deleted and restored, each once, however often the call arrives', async () => {
    const { commands, list } = await open();
    commands.saveTableMapping(saved(), 1);
    expect([commands.deleteTableMapping(mapping.id, 2), commands.deleteTableMapping(mapping.id, 3)]).toEqual([
      true,
      false,
    ]);
    expect(list()).toMatchObject([{ deletedAt: 2 }]);
    expect([
      commands.restoreTableMapping(mapping.id, 4),
      commands.restoreTableMapping(mapping.id, 5),
    ]).toEqual([true, false]);
    expect(list()).toMatchObject([{ deletedAt: null, updatedAt: 4 }]);
    expect([commands.deleteTableMapping('none', 1), commands.restoreTableMapping('none', 1)]).toEqual([
      false,
      false,
    ]);
    commands.deleteTableMapping(mapping.id, 6);
    commands.saveTableMapping(changed, 7);
    expect(list()).toMatchObject([{ deletedAt: null, mapping: { decimalSign: ',' } }]);
  });

  it('are refused if invalid, and ignored if a newer Tokentab wrote them', async () => {
    const { commands, database, list } = await open();
    for (const wrong of [
      { dateFormat: 'moon' },
      { id: 'a/b' },
      { name: ' ' },
      { name: 'a\0' },
      { columns: [] },
      { fields: { occurredAt: 7 } },
    ]) {
      const call = () => commands.saveTableMapping({ ...mapping, ...wrong } as NewTableMapping, 1);
      expect(call, JSON.stringify(wrong)).toThrow(expect.objectContaining({ code: 'BadInput' }));
    }
    commands.saveTableMapping(saved(), 1);
    database.db.exec(`UPDATE table_mappings SET mapping = json_set(mapping, '$.dateFormat', 'moon')`);
    expect(list()).toEqual([]);
  });
});

describe('the former version of a mapping', () => {
  it('is kept only as far as events were read with it', async () => {
    const { commands, list } = await open();
    const earlier = () => list()[0]?.mapping.earlier.map((each) => each.dateFormat);
    const save = (dateFormat: NewTableMapping['dateFormat']) =>
      commands.saveTableMapping(saved({ dateFormat }), testNow);
    save('iso');
    save('epoch-seconds');
    expect(earlier()).toEqual([]);
    commands.beginImport({ id: 'i', startedAt: testNow });
    save('day-month-year');
    expect(earlier()).toEqual(['epoch-seconds']);
    commands.finishImport({
      id: 'i',
      finishedAt: testNow,
      wasCancelled: false,
      source: null,
      files: 0,
      filesSkipped: 0,
      problems: [],
    });
    save('month-day-year');
    save('month-day-year');
    commands.renameTableMapping(mapping.id, 'Other', testNow);
    expect(earlier()).toEqual(['epoch-seconds']);
  });
});

it('only files that may now be read differently lose their cursors', async () => {
  const { commands } = await open();
  const [root, reader] = ['chosen', 'build'];
  const sources = ['claude-code', mappedSource(mapping.id), mappedSource('other'), null];
  const left = () =>
    commands
      .getFileCursors({ root, reader, paths: sources.map(String) })
      .map(({ source }) => source)
      .sort();
  const remember = () => {
    const cursor = { size: 1, modifiedAt: 1, readBytes: 1, readLines: null, headHash: 'h', tailHash: 't' };
    const cursors = sources.map((source) => ({ ...cursor, source, path: String(source) }));
    commands.saveFileCursors({ importId: 'i', root, reader, cursors, savedAt: testNow });
  };
  commands.beginImport({ id: 'i', startedAt: testNow });
  for (const change of [
    () => commands.saveTableMapping(saved(), testNow),
    () => commands.deleteTableMapping(mapping.id, testNow),
    () => commands.restoreTableMapping(mapping.id, testNow),
  ]) {
    remember();
    change();
    expect(left()).toEqual(['claude-code', mappedSource('other')]);
  }
  remember();
  commands.renameTableMapping(mapping.id, 'Renamed', testNow);
  expect(left()).toHaveLength(4);
});

it('files read by another build are read again, tables with the same mapping', async () => {
  const { commands } = await open();
  const cursor = { modifiedAt: 1, readBytes: 1, readLines: null, headHash: 'h', tailHash: 't' };
  const sources = ['claude-code', mappedSource(mapping.id), null];
  const paths = sources.map(String);
  const cursors = sources.map((source) => ({ ...cursor, size: 7, source, path: String(source) }));
  commands.beginImport({ id: 'i', startedAt: testNow });
  commands.saveFileCursors({ importId: 'i', root: 'chosen', reader: 'old', cursors, savedAt: testNow });
  const known = (reader: string) =>
    commands.getFileCursors({ root: 'chosen', reader, paths }).map(({ source, size }) => [source, size]);
  expect(known('old')).toHaveLength(3);
  expect(known('new')).toEqual([[mappedSource(mapping.id), 0]]);
});
