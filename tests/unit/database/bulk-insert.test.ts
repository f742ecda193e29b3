import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { rounds } from '../../budget';
import { openTestDatabase } from './open';
import { importBatches, manualEvent, sourceEvent } from './samples';

/** Many enough that statements of 32 rows are new, known and mixed; the last one has fewer. */
const records = fc.array(fc.record({ key: fc.nat(120), inputTokens: fc.nat(3) }), {
  minLength: 60,
  maxLength: 150,
});

const inTens = (events: SourceUsageEvent[]): { events: SourceUsageEvent[] }[] =>
  Array.from({ length: Math.ceil(events.length / 10) }, (_, index) => ({
    events: events.slice(10 * index, 10 * index + 10),
  }));

it('events that share a statement are stored as if each had its own', async () => {
  await fc.assert(
    fc.asyncProperty(records, records, async (first, second) => {
      const opened = await Promise.all([openTestDatabase(), openTestDatabase()]);
      const [together, apart] = opened.map(({ commands, database }, isApart) => {
        const results = [first, second].map((some, index) => {
          const events = some.map(({ key, inputTokens }, place) =>
            sourceEvent({ dedupeKey: `test:${key}`, position: place, inputTokens }),
          );
          const batches = isApart ? inTens(events) : [{ events }];
          const { eventsAdded, eventsReplaced, duplicates } = importBatches(
            commands,
            `import-${index}`,
            batches,
          ).summary;
          return { eventsAdded, eventsReplaced, duplicates };
        });
        expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
        const events = database.db.selectArrays(
          'SELECT dedupe_key, position, input_tokens, import_id FROM usage_events ORDER BY dedupe_key',
        );
        return { results, events };
      });
      expect(together).toEqual(apart);
    }),
    { numRuns: rounds(8, 200) },
  );
});

it('triggers fire again after a bulk insert, also one that failed', async () => {
  const { commands, database } = await openTestDatabase();
  const events = Array.from({ length: 40 }, (_, index) => sourceEvent({ dedupeKey: `test:${index}` }));
  database.db.exec('CREATE UNIQUE INDEX only_one ON event_rows (import)');
  expect(() => importBatches(commands, 'fails', [{ events }])).toThrow();
  database.db.exec('DROP INDEX only_one');
  importBatches(commands, 'works', [{ events }]);
  const before = commands.getGlobalUsageStats().totalTokens;
  const projectId = commands.getProjects()[0]?.id ?? '';
  commands.recordUsageEvent(manualEvent({ projectId, inputTokens: 7, outputTokens: 0 }));
  expect(commands.getGlobalUsageStats().totalTokens).toBe(before + 7);
  expect(commands.checkIntegrity().ok).toBe(true);
});

it('every trigger for new events does nothing in a bulk insert, in which none fires', async () => {
  const { database } = await openTestDatabase();
  const triggers = database.db.selectValues(
    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event_rows' AND sql LIKE '%AFTER INSERT ON event_rows%'",
  ) as string[];
  expect(triggers.length).toBeGreaterThan(0);
  for (const sql of triggers)
    expect(sql).toMatch(/WHEN .*NOT EXISTS \(SELECT 1 FROM bulk_inserts WHERE after_id < NEW\.id\)\s+BEGIN/);
  // A new event can also add rows to these.
  const ofSharedTexts = database.db.selectValues(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'event\\_%' ESCAPE '\\' AND tbl_name <> 'event_rows'",
  );
  expect(ofSharedTexts).toEqual([]);
});
