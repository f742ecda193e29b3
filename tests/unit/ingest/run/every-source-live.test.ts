import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { importChanges, importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sources } from '../../../../src/lib/sources/registry';
import { isDatabase } from '../../../../src/lib/sources/reading/head';
import { fixture, fixturesOf } from '../../sources/support/fixtures';
import { chosenFile, inPlace, openTarget } from './database-target';

/** Some files contain no time, so the time of their last change counts. */
const began = Date.UTC(2026, 2, 2);
const live = { root: 'folder-1', reader: 'build-1', isLive: true };

type Bytes = Uint8Array<ArrayBuffer>;
const textOf = (bytes: Bytes): string => new TextDecoder().decode(bytes);
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** The successive states of a file that a tool appends to: some lines, half a line, more lines. */
function appended(bytes: Bytes): Bytes[] {
  const lines = textOf(bytes).split(/(?<=\n)/);
  const upTo = (count: number): string => lines.slice(0, count).join('');
  const middle = Math.ceil(lines.length / 2);
  const next = lines[middle] ?? '';
  return [
    upTo(1),
    upTo(middle),
    upTo(middle) + next.slice(0, Math.floor(next.length / 2)),
    upTo(middle + 1),
  ].map(bytesOf);
}

/** The document with only the first half of its longest list. */
function halved(bytes: Bytes): Bytes {
  const document: unknown = JSON.parse(textOf(bytes));
  const lists: unknown[][] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) lists.push(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(document);
  const longest = lists.toSorted((one, other) => other.length - one.length)[0] ?? [];
  longest.splice(Math.ceil(longest.length / 2));
  return bytesOf(JSON.stringify(document));
}

/** The database before the second half of each table's rows was written. */
async function withHalfOfRows(bytes: Bytes): Promise<Bytes> {
  const { oo1, capi, wasm } = await sqlite3InitModule();
  const database = new oo1.DB(':memory:');
  try {
    const start = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    capi.sqlite3_deserialize(database.pointer ?? 0, 'main', start, bytes.length, bytes.length, flags);
    const tables = database
      .selectValues("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .filter((name) => typeof name === 'string');
    for (const table of tables)
      database.exec(
        `DELETE FROM "${table}" WHERE rowid > (SELECT (min(rowid) + max(rowid)) / 2 FROM "${table}")`,
      );
    return new Uint8Array(capi.sqlite3_js_db_export(database));
  } finally {
    database.close();
  }
}

/** Earlier states of a file, of which the first may be half written. */
async function earlier(name: string, bytes: Bytes): Promise<Bytes[]> {
  const cut = bytes.slice(0, Math.floor(bytes.length * 0.6));
  // An open database always has its log next to it, with the newest rows.
  if (name === 'open.db' || name.endsWith('-wal')) return [];
  if (isDatabase(bytes)) return [cut, await withHalfOfRows(bytes)];
  const isLines = /\.(?:jsonl|ndjson|csv|txt)$/.test(name);
  if (isLines) return appended(bytes);
  return /\.traj$|\.json$/.test(name) && !isJsonPerLine(bytes) ? [cut, halved(bytes)] : [cut];
}

function isJsonPerLine(bytes: Bytes): boolean {
  try {
    JSON.parse(textOf(bytes));
    return false;
  } catch {
    return true;
  }
}

async function counted({ commands }: Awaited<ReturnType<typeof openTarget>>) {
  const always = { from: '2020-01-01', to: '2099-12-31' };
  await Promise.resolve();
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  return {
    sums: commands.getUsageTotals(always, 'source'),
    months: commands.getUsageSeries(always, 'month', 'source'),
  };
}

describe('a connected folder', () => {
  const isCounted = ({ id }: { id: string }): boolean => !id.endsWith('-cost');

  it.each(sources.filter(isCounted).map(({ id }) => id))(
    'counts what %s appends or rewrites like a fresh import of the final state',
    async (id) => {
      const names = fixturesOf(id);
      const states = await Promise.all(
        names.map(async (name) => [
          ...(await earlier(name, fixture(`${id}/${name}`))),
          fixture(`${id}/${name}`),
        ]),
      );
      const steps = Math.max(...states.map(({ length }) => length));
      const filesAt = (step: number): ChosenFile[] =>
        names.flatMap((name, index) => {
          const own = states[index] ?? [];
          const shown = Math.min(step, own.length - 1);
          return [chosenFile(`${id}/${name}`, own[shown] ?? '', began + shown * 60_000)];
        });
      const watching = await openTarget();
      for (let step = 0; step < steps; step += 1)
        await importChanges(watching.target, filesAt(step), { ...inPlace, memory: live });
      const fresh = await openTarget();
      await importFiles(fresh.target, filesAt(steps - 1), inPlace);
      const expected = await counted(fresh);
      expect(expected.sums.length).toBeGreaterThan(0);
      expect(await counted(watching)).toEqual(expected);
    },
  );
});
