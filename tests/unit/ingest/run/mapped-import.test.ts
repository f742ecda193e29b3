import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnknownTable } from '../../../../src/lib/ingest/files/chosen-file';
import { rowRestMs } from '../../../../src/lib/ingest/scan/half-row';
import { importChanges, importFiles } from '../../../../src/lib/ingest/run/import-files';
import { mappedSource } from '../../../../src/lib/model/mapped-source';
import type { TableMapping } from '../../../../src/lib/model/table-mapping';
import { callMapping, csvMapping, linesMapping } from '../../sources/support/mappings';
import { testNow } from '../../database/open';
import { chosenFile, inPlace, openTarget } from './database-target';

const csv = readFileSync('tests/fixtures/mapped-table/own-log.csv', 'utf8');
const lines = readFileSync('tests/fixtures/mapped-table/own-log.jsonl', 'utf8');
const memory = { root: 'chosen', reader: 'build', isLive: false };
const always = { from: '2020-01-01', to: '2099-12-31' };

async function open(...mappings: TableMapping[]) {
  const opened = await openTarget();
  const { commands, target } = opened;
  const save = (mapping: TableMapping) => commands.saveTableMapping(mapping, testNow);
  for (const mapping of mappings) save(mapping);
  const unknown: UnknownTable[] = [];
  const bring = (path: string, content: BlobPart, modified = 1) =>
    importFiles(target, [chosenFile(path, content, modified)], {
      ...inPlace,
      memory,
      onUnknownTable: (table) => unknown.push(table),
    });
  const total = () =>
    commands.getUsageTotals(always, 'source').reduce((sum, each) => sum + each.totalTokens, 0);
  return { ...opened, save, bring, total, unknown };
}

describe('a table that no source knows', () => {
  it('is offered with its columns, packed or not, each time it is imported', async () => {
    const { bring, unknown, total } = await open();
    await bring('own.csv', csv);
    expect(await bring('own.csv', csv)).toMatchObject({ files: 0, filesUnchanged: 0, source: null });
    await bring(
      'all.zip',
      new Uint8Array(zipSync({ 'deep/own.csv': strToU8(csv), 'a.txt': strToU8('hello') })),
    );
    expect(unknown.map(({ path, columns }) => [path, columns.length])).toEqual([
      ['own.csv', 6],
      ['own.csv', 6],
      ['all.zip/deep/own.csv', 6],
    ]);
    expect(total()).toBe(0);
  });

  it('is read once it is mapped, packed or not, as lines or in another encoding, and counts once', async () => {
    const { bring, commands, total, save } = await open();
    await bring('own.csv', csv);
    await bring('all.zip', new Uint8Array(zipSync({ 'own.csv': strToU8(csv) })));
    save(csvMapping);
    const summary = await bring('own.csv', csv);
    expect(summary).toMatchObject({
      files: 1,
      eventsAdded: 3,
      source: mappedSource(csvMapping.id),
      problems: [],
    });
    expect(await bring('own.csv', csv)).toMatchObject({ filesUnchanged: 1, eventsAdded: 0 });
    expect(await bring('copy.csv', csv)).toMatchObject({ files: 1, eventsAdded: 0, duplicates: 3 });
    expect(await bring('all.zip', new Uint8Array(zipSync({ 'own.csv': strToU8(csv) })))).toMatchObject({
      files: 1,
      eventsAdded: 0,
    });
    expect(await bring('own.csv.gz', new Uint8Array(gzipSync(strToU8(csv))))).toMatchObject({ files: 1 });
    const wide = new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'));
    expect(await bring('wide.csv', wide)).toMatchObject({ files: 1, eventsAdded: 0 });
    expect(await bring('latin.csv', new Uint8Array(Buffer.from(csv, 'latin1')))).toMatchObject({
      eventsAdded: 0,
    });
    expect(total()).toBe(2510);

    save(linesMapping);
    expect(await bring('log.jsonl', lines)).toMatchObject({ eventsAdded: 2 });
    expect(total()).toBe(2510 + 250);
    const names = commands.getProjects().map(({ name }) => name);
    expect(names.sort()).toEqual(['Bäckerei', 'Unassigned', 'Werft']);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  });

  it('is also recognized by column names in Windows-1252', async () => {
    const table = 'Tag;Länge;Eingabe\n01.11.2026;x;5\n';
    const fields = { occurredAt: 'Tag', inputTokens: 'Eingabe' };
    const { bring, total } = await open({ ...csvMapping, columns: ['Tag', 'Länge', 'Eingabe'], fields });
    await bring('latin.csv', new Uint8Array(Buffer.from(table, 'latin1')));
    expect(total()).toBe(5);
  });
});

describe('a mapping that is changed or deleted', () => {
  const wrong: TableMapping = { ...csvMapping, fields: { occurredAt: 'Tag', inputTokens: 'Summe' } };

  it('reads the files again and replaces what it had read; undo restores that', async () => {
    const { bring, commands, total, save } = await open(wrong);
    await bring('own.csv', csv);
    const globalBefore = commands.getGlobalUsageStats('2026-11');
    expect(globalBefore).toMatchObject({ promptTokens: 2510, completionTokens: 0 });
    save(csvMapping);
    expect(total()).toBe(2510);
    const summary = await bring('own.csv', csv);
    expect(summary).toMatchObject({ files: 1, eventsAdded: 0, eventsReplaced: 3 });
    expect(commands.getGlobalUsageStats('2026-11')).toMatchObject({
      promptTokens: 2207,
      completionTokens: 303,
    });
    expect(await bring('copy.csv', csv)).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });

    commands.undoImport(summary.id, testNow);
    expect(commands.getGlobalUsageStats('2026-11')).toEqual(globalBefore);
    await bring('own.csv', csv);
    expect(commands.getGlobalUsageStats('2026-11').promptTokens).toBe(2207);
    expect(commands.checkIntegrity().ok).toBe(true);
  });

  it('keeps what it had read, and offers the table again', async () => {
    const { bring, commands, total, unknown } = await open(csvMapping);
    const { id } = await bring('own.csv', csv);
    commands.deleteTableMapping(csvMapping.id, testNow);
    expect(await bring('own.csv', csv)).toMatchObject({ files: 0, source: null });
    expect(unknown).toHaveLength(1);
    expect(total()).toBe(2510);
    commands.restoreTableMapping(csvMapping.id, testNow);
    expect(await bring('own.csv', csv)).toMatchObject({ files: 1, eventsAdded: 0, duplicates: 3 });
    commands.undoImport(id, testNow);
    expect(total()).toBe(0);
  });
});

it('a connected folder needs only a stat while nothing changes, and reads what is new', async () => {
  const { target, total, commands } = await open(callMapping);
  const live = { ...memory, root: 'folder', isLive: true };
  const header = 'date,model,input,output\n';
  const read = (text: string, at: number) =>
    importChanges(target, [chosenFile('f/calls.csv', text, at), chosenFile('f/other.csv', 'a,b\n1,2\n')], {
      ...inPlace,
      memory: live,
    });
  const first = `${header}2026-11-02 10:00,m,9,1\n`;
  expect(await read(first, 1)).toMatchObject({ eventsAdded: 1 });
  expect(await read(first, 1)).toBeNull();
  expect(await read(`${first}2026-11-02 10:05,m,9,1\n`, 2)).toMatchObject({ eventsAdded: 1, duplicates: 1 });
  expect(total()).toBe(20);
  // Saving a new mapping makes the other file be read again.
  const other = { ...callMapping, id: 'other', name: 'Other', columns: ['a', 'b'] };
  commands.saveTableMapping({ ...other, fields: { occurredAt: 'a', inputTokens: 'b' } }, testNow);
  expect(await read(`${first}2026-11-02 10:05,m,9,1\n`, 2)).not.toBeNull();
});

it('a half-written row is skipped until it is complete or the file has stopped growing', async () => {
  const { target, total } = await open(callMapping);
  const live = { ...memory, root: 'folder', isLive: true };
  let unfinished = 0;
  const read = (text: string, modified: number) =>
    importChanges(target, [chosenFile('f/calls.csv', text, modified)], {
      ...inPlace,
      memory: live,
      onUnfinished: () => (unfinished += 1),
    });
  const text = 'date,model,input,output\n2026-11-02 10:00,m,9,1\n2026-11-02 10:05,m,9,12';
  const now = Date.now();
  await read(text, now);
  expect([total(), unfinished]).toEqual([10, 1]);
  // It has no cursor, so the same file is read again.
  expect(await read(text, now)).toMatchObject({ eventsAdded: 0 });
  await read(`${text}34\n`, now);
  expect([total(), unfinished]).toEqual([10 + 9 + 1234, 2]);
  expect(await read(`${text}34\n2026-11-02 10:06,m,1,1`, now - rowRestMs - 1)).toMatchObject({
    eventsAdded: 1,
  });
  expect(unfinished).toBe(2);
});

it('each row counts once for any order of files, truncated anywhere and imported any number of times', async () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(9), fc.boolean(), async (cells, cut, isTurned) => {
      const { target, total, commands } = await open(callMapping);
      const line = cells.map(([day, count]) => `2026-11-0${day},m,${count},1\n`);
      const parts = [line, line.slice(0, cut), line].map((some, index) =>
        chosenFile(`${index}.csv`, `date,model,input,output\n${some.join('')}`, index),
      );
      for (const file of isTurned ? parts.toReversed() : parts) await importFiles(target, [file], inPlace);
      expect(total()).toBe(cells.reduce((sum, [, count]) => sum + count + 1, 0));
      expect(commands.checkIntegrity().ok).toBe(true);
    }),
    { numRuns: 15 },
  );
});

describe('a table that a second mapping fits as well', () => {
  const apart: TableMapping = { ...csvMapping, id: 'apart', name: 'Apart', onlyFiles: 'other-tool' };

  it.each(['build', 'the next build'])(
    'stays with the first one until that import is undone, in %s',
    async (reader) => {
      const { bring, commands, target, total, save } = await open(csvMapping);
      await bring('other-tool.csv', csv);
      expect(total()).toBe(2510);
      save(apart);
      // The file has grown, so it is read again.
      const again = () =>
        importFiles(target, [chosenFile('other-tool.csv', `${csv}\n`, 2)], {
          ...inPlace,
          memory: { ...memory, reader },
        });
      expect(await again()).toMatchObject({ eventsAdded: 0, source: mappedSource(csvMapping.id) });
      expect(total()).toBe(2510);
      for (const { id } of commands.getImports()) commands.undoImport(id, testNow);
      expect(total()).toBe(0);
      expect(await again()).toMatchObject({ source: mappedSource('apart') });
      expect(total()).toBe(2510);
    },
  );
});
