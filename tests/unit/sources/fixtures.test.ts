import { describe, expect, it } from 'vitest';
import { isDatabase, isWriteAheadLog, FileHead } from '../../../src/lib/sources/reading/head';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import { hasTables, sourceById, sources } from '../../../src/lib/sources/registry';
import type { Source } from '../../../src/lib/sources/source';
import { fixture, fixtureFolders, fixturesOf } from './support/fixtures';

const files = fixtureFolders().flatMap((folder) => fixturesOf(folder).map((name) => ({ folder, name })));
const otherNames = ['x.txt', 'rollout-1.jsonl', 'usage.csv', 'session-1.json', 'opencode.db'];

describe('every fixture', () => {
  it.each(files)(
    '$folder/$name is recognized by its own source and no other, whatever it is called',
    async ({ folder, name }) => {
      const bytes = fixture(`${folder}/${name}`);
      // The log next to a database is read together with it.
      if (isWriteAheadLog(bytes)) return;
      // Fixtures of tables for mappings belong to no source.
      const expected = sourceById(folder) === null ? [] : [folder];
      for (const claims of await askedAbout(bytes))
        expect(sources.filter(claims).map(({ id }) => id)).toEqual(expected);
    },
  );
});

/** Which sources claim the file, under several names. */
async function askedAbout(bytes: Uint8Array): Promise<((source: Source) => boolean)[]> {
  if (!isDatabase(bytes))
    return otherNames.map((name) => {
      const head = FileHead.of(bytes.subarray(0, 64 * 1024), name);
      return (source) => source.detect?.(head) === true;
    });
  const database = await UntrustedDatabase.open([bytes]);
  return [({ tables }) => tables !== undefined && hasTables(database, tables)];
}
