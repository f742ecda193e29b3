import { describe, expect, it } from 'vitest';
import { sourceById, sources } from '../../../src/lib/sources/registry';
import { fixture, fixtureFolders, fixturesOf } from './support/fixtures';

const files = fixtureFolders().flatMap((folder) => fixturesOf(folder).map((name) => ({ folder, name })));

describe('every fixture', () => {
  it.each(files)(
    '$folder/$name is recognised by its own source and no other, whatever it is called',
    ({ folder, name }) => {
      // Fixtures of tables that people map by hand belong to no source.
      const expected = sourceById(folder) === null ? [] : [folder];
      const head = new TextDecoder().decode(fixture(`${folder}/${name}`).subarray(0, 64 * 1024));
      for (const path of ['x.txt', 'rollout-1.jsonl', 'usage.csv', 'session-1.json', 'opencode.db']) {
        expect(sources.filter((source) => source.detect(head, path)).map(({ id }) => id)).toEqual(expected);
      }
    },
  );
});
