import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import { load } from '../../../src/lib/database/whole-database/open-checked';
import { rounds } from '../../budget';
import { openConnection, openTestDatabase, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

const numbers = (figures: object) =>
  JSON.stringify(figures, (_, value: unknown) => (typeof value === 'string' ? undefined : value));

/** All numbers of all months. Names are texts that no check can know, and the order of projects follows them. */
function figures({ commands }: Pick<TestDatabase, 'commands'>): string[] {
  const stats = ['2026-10', '2026-11', '2026-12'].map((month) => commands.getAllUsageStats(month));
  return stats.flatMap(({ global, projects }) => [numbers(global), ...projects.map(numbers).sort()]);
}

// In the browser as well, with the pool's header, by tests/faults/bit-flips.fault.ts.
it('a flipped bit in the database is found by opening or checking it, or changes no number', async () => {
  const test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  test.commands.recordUsageEvent(manualEvent());
  const events = Array.from({ length: 40 }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, path: `/home/u/folder-${index % 7}`, position: index + 1 }),
  );
  importBatches(test.commands, 'import-1', [{ events }]);
  const whole = test.commands.exportDatabase();
  const intact = figures(test);
  const pageSize = Number(test.database.db.selectValue('PRAGMA page_size'));
  const tally = { refused: 0, found: 0, equal: 0 };
  // Free pages and the empty ends of pages hold nothing.
  const used = [...whole.keys()].filter((at) => whole[at] !== 0 || at % pageSize < 100);
  await fc.assert(
    fc.asyncProperty(fc.nat(used.length - 1), fc.nat(7), async (index, bit) => {
      const at = used[index] ?? 0;
      const database = await openConnection();
      const flipped = whole.slice();
      flipped[at] = (whole[at] ?? 0) ^ (1 << bit);
      try {
        load(database.sqlite3, database.db, 'main', flipped, 'may grow');
        const commands = createCommands(database);
        if (!commands.checkIntegrity().ok) {
          tally.found += 1;
          return;
        }
        expect(figures({ commands }), `byte ${at}, bit ${bit}`).toEqual(intact);
        tally.equal += 1;
      } catch (error) {
        if ((error as Error).name === 'AssertionError') throw error;
        tally.refused += 1;
      } finally {
        database.db.close();
      }
    }),
    { numRuns: rounds(15, 2_000) },
  );
  console.info(`flipped bits: ${JSON.stringify(tally)}`);
});
