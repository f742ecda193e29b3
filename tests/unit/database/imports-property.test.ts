import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SourceSession, SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { rounds } from '../../budget';
import { contents } from './import-contents';
import { openTestDatabase, testNow } from './open';
import { importBatches, sourceEvent } from './samples';

const event = fc
  .record({
    call: fc.nat(9),
    session: fc.constantFrom(null, 's1', 's2', 's3'),
    path: fc.constantFrom(null, '/a', '/a/sub', '/a/.worktrees/x', '/b', '/b-worktrees/y/deep', 'C:\\b'),
    output: fc.integer({ min: 5, max: 8 }),
    hour: fc.nat(60),
    position: fc.nat(3),
    isOutputFinal: fc.boolean(),
  })
  .map(({ call, session, output, hour, ...rest }): SourceUsageEvent =>
    sourceEvent({
      ...rest,
      // What rank does not look at is the same in all records of a call, as in real logs.
      dedupeKey: `test:${call}:${rest.path ?? ''}:${rest.isOutputFinal}`,
      sessionId: session,
      outputTokens: output,
      occurredAt: testNow - hour * 3_600_000,
    }),
  );
const session: fc.Arbitrary<SourceSession> = fc.record({
  sessionId: fc.constantFrom('s1', 's2', 's3'),
  beganAt: fc.nat(3),
  beganIn: fc.constantFrom('/a', '/b', '/b-worktrees/y', '/'),
});
const records = fc.array(fc.oneof(event, session), { maxLength: 40 });

function batchOf(list: readonly (SourceUsageEvent | SourceSession)[]) {
  return {
    events: list.filter((each): each is SourceUsageEvent => 'dedupeKey' in each),
    sessions: list.filter((each): each is SourceSession => 'beganIn' in each),
  };
}

it('any order and any split into batches and imports gives the same usage in the same projects', async () => {
  const split = (list: readonly (SourceUsageEvent | SourceSession)[], size: number) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      batchOf(list.slice(index * size, (index + 1) * size)),
    );
  const shuffled = records.chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc.shuffledSubarray(list, { minLength: list.length }),
      size: fc.integer({ min: 1, max: 9 }),
      perImport: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ list, other, size, perImport }) => {
      const [one, two] = [await openTestDatabase(), await openTestDatabase()];
      importBatches(one.commands, 'i', split(list, 40));
      if (perImport) {
        for (const [index, batch] of split(other, size).entries()) {
          importBatches(two.commands, `i${index}`, [batch]);
        }
      } else importBatches(two.commands, 'i', split(other, size));
      const [a, b] = [contents(one), contents(two)];
      expect(b.usage).toEqual(a.usage);
      expect(b.folders).toEqual(a.folders);
      expect(two.commands.checkIntegrity().differences).toEqual([]);
      one.database.db.close();
      two.database.db.close();
    }),
    { numRuns: rounds(25, 100) },
  );
});

it('undo keeps earlier usage, whatever else was imported', async () => {
  await fc.assert(
    fc.asyncProperty(records, records, records, async (before, undone, after) => {
      const [one, two] = [await openTestDatabase(), await openTestDatabase()];
      importBatches(one.commands, 'before', [batchOf(before)]);
      const untouched = contents(one);
      importBatches(one.commands, 'undone', [batchOf(undone)]);
      one.commands.undoImport('undone', testNow);
      expect(contents(one)).toEqual(untouched);
      importBatches(one.commands, 'after', [batchOf(after)]);
      for (const id of ['before', 'after'])
        importBatches(two.commands, id, [batchOf(id === 'before' ? before : after)]);
      expect(contents(one)).toEqual(contents(two));
      expect(one.commands.checkIntegrity().differences).toEqual([]);
      one.database.db.close();
      two.database.db.close();
    }),
    { numRuns: rounds(25, 100) },
  );
});
