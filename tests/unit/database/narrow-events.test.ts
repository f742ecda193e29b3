import type { SqlValue } from '@sqlite.org/sqlite-wasm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import { eventKey } from '../../../src/lib/model/event-key';
import { keyText } from '../../../src/lib/database/events/event-key';
import { migrate } from '../../../src/lib/database/opening/migrate';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { ensureDatedIn } from '../../../src/lib/database/usage/time-zone';
import { rounds } from '../../budget';
import {
  insertEarlier,
  insertEarlierDeleted,
  insertEarlierSuperseded,
  type EarlierEvent,
} from './earlier-schema';
import { openConnection, testNow } from './open';
import { sourceEvent } from './samples';

/** What migration 0016 must keep: everything that a person or a later import can see, but for what keys look like. */

const setting = `INSERT INTO projects (id, name, created_at, updated_at, deleted_at)
    VALUES ('alpha', 'Alpha', 1, 1, NULL), ('beta', 'Beta', 1, 1, NULL), ('gone', 'Gone', 1, 1, 1);
  INSERT INTO imports (id, status, started_at, updated_at) VALUES ('i', 'running', 1, 1), ('j', 'running', 1, 1);
  INSERT INTO settings VALUES ('datedIn', '"UTC"', 1), ('timeZone', '"UTC"', 1)`;

const optional = (...values: string[]) => fc.constantFrom(null, ...values);
const anEvent = fc
  .record({
    place: fc.constantFrom('usage' as const, 'usage' as const, 'deleted' as const, 'superseded' as const),
    source: fc.constantFrom('claude-code', 'codex-cli', 'manual'),
    projectId: fc.constantFrom('alpha', 'beta'),
    importId: fc.constantFrom('i', 'j'),
    family: fc.constantFrom('f', 'g'),
    sessionId: optional('s', 't'),
    path: optional('/a', '/b'),
    provider: optional('anthropic'),
    model: optional('small', 'large'),
    llmMode: fc.constantFrom('local' as const, 'cloud' as const),
    granularity: fc.constantFrom('moment' as const, 'day' as const),
    isOutputFinal: fc.boolean(),
    daysAgo: fc.nat(3),
    inputTokens: fc.nat(1_000_000_000_000),
    outputTokens: fc.integer({ min: 5, max: 100 }),
    precedence: fc.constantFrom(0, -5, 7),
    cost: fc.option(
      fc.record({
        costNanoUsd: fc.nat(10 ** 9),
        costBasis: fc.constantFrom('recorded', 'computed'),
        priceRule: optional('rule'),
      }),
    ),
    serviceTier: optional('batch'),
    countQuality: fc.constantFrom('call' as const, 'rounded' as const),
    isChosen: fc.boolean(),
  })
  .map(({ place, family, daysAgo, cost, ...event }) => ({ place, family, daysAgo, cost, event }));

/** All columns but the key and the number of the row. */
const columns = `project_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
  cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
  completion_tokens, total_tokens, occurred_at, date, granularity, is_output_final, import_id, created_at, updated_at,
  precedence, hour, recorded_cost_nano_usd, cost_nano_usd, cost_basis, price_rule, service_tier, count_quality`;
const supersededColumns = `import_id, event_type, llm_mode, source, session_id, provider, model, path, position,
  input_tokens, output_tokens, total_tokens, occurred_at, granularity, is_output_final, created_at, precedence,
  recorded_cost_nano_usd, service_tier, count_quality`;
const deletedAsJson = columns
  .split(/,\s*/)
  .map((name) => `event ->> '${name}'`)
  .join(', ');

it('a database of version 15 keeps every event, rollup and decision', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { maxLength: 25 }), async (given) => {
      const database = await openConnection();
      const { db } = database;
      await migrate(database, { migrations: migrations.slice(0, 15) });
      db.exec(setting);
      for (const [index, { place, family, daysAgo, cost, event }] of given.entries()) {
        const { isChosen, ...fields } = event;
        const isManual = event.source === 'manual';
        const dedupeKey = isManual
          ? `own-${index}`
          : event.source === 'codex-cli'
            ? `codex-cli:${family}:${index}`
            : `claude-code:msg_${index}:req_${index}`;
        const earlier: EarlierEvent = {
          ...sourceEvent({ reasoningTokens: 0 }),
          ...{ ...fields, ...cost, dedupeKey, position: index, occurredAt: testNow - daysAgo * 86_400_000 },
          importId: isManual ? null : event.importId,
        };
        if (isChosen && !isManual)
          db.exec({ sql: "INSERT INTO chosen_projects VALUES (?, 'beta', 1)", bind: [dedupeKey] });
        if (place === 'usage' || isManual) insertEarlier(db, earlier);
        else if (place === 'deleted') insertEarlierDeleted(db, { ...earlier, projectId: 'gone' });
        else insertEarlierSuperseded(db, earlier);
      }
      const keyed = (sql: string) =>
        (db.selectArrays(sql) as [string, string, ...SqlValue[]][])
          .map(([key, source, ...rest]) => {
            const isText = source === 'manual' || /^[0-9a-f]{32}$/.test(key);
            return [isText ? key : keyText(eventKey(key, source)), source, ...rest];
          })
          .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
      // Later migrations may add sums.
      const rollupColumns = ['daily', 'daily_breakdown', 'monthly', 'monthly_breakdown', 'hourly'].map(
        (name) => {
          const list = db.selectValues(`SELECT name FROM pragma_table_xinfo('usage_${name}')`) as string[];
          return [name, list.join(', ')] as const;
        },
      );
      const rollups = () =>
        rollupColumns.map(([name, list]) =>
          db.selectArrays(`SELECT ${list} FROM usage_${name} ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`),
        );
      const contents = (deleted: string) => ({
        events: keyed(`SELECT dedupe_key, source, ${columns} FROM usage_events`),
        deleted: keyed(`SELECT dedupe_key, source, ${deleted} FROM deleted_usage_events`),
        superseded: keyed(`SELECT dedupe_key, source, ${supersededColumns} FROM superseded_usage_events`),
        rollups: rollups(),
      });
      const before = contents(deletedAsJson);
      const choices = db.selectValues('SELECT dedupe_key FROM chosen_projects') as string[];

      await migrate(database);
      expect(contents(columns)).toEqual(before);
      const sourceOf = (key: string) => key.slice(0, key.indexOf(':'));
      expect(db.selectValues('SELECT dedupe_key FROM chosen_projects').toSorted()).toEqual(
        choices.map((key) => keyText(eventKey(key, sourceOf(key)))).toSorted(),
      );
      expect(db.selectValues("SELECT name FROM sqlite_schema WHERE name LIKE '%_before'")).toEqual([]);
      ensureDatedIn(database);
      expect(createCommands(database).checkIntegrity().differences).toEqual([]);
      db.close();
    }),
    { numRuns: rounds(15, 200) },
  );
});

it('a difference from the events stops the migration, and nothing is changed', async () => {
  const database = await openConnection();
  const { db } = database;
  await migrate(database, { migrations: migrations.slice(0, 15) });
  db.exec(setting);
  insertEarlier(db, { ...sourceEvent(), projectId: 'alpha', source: 'test', importId: 'i' });
  // As if a row had been lost on the way.
  const losing = [...migrations.slice(0, 15), `${migrations[15] ?? ''}; DELETE FROM event_rows`];
  await expect(migrate(database, { migrations: losing })).rejects.toThrow();
  expect(db.selectValue('PRAGMA user_version')).toBe(15);
  expect(db.selectValue('SELECT total_tokens FROM usage_events')).toBe(1131);
  // Rollups that had drifted before must not stop the migration.
  db.exec('UPDATE usage_daily SET input_tokens = input_tokens + 1');
  await migrate(database);
  expect(db.selectValue('SELECT total_tokens FROM usage_events')).toBe(1131);
  expect(createCommands(database).checkIntegrity().ok).toBe(false);
});

it('a long migration reports its progress', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 15) });
  database.db.exec(setting);
  for (let index = 0; index < 3; index += 1) {
    const event = sourceEvent({ dedupeKey: `test:${index}` });
    insertEarlier(database.db, { ...event, projectId: 'alpha', source: 'test', importId: 'i' });
  }
  const shares: number[] = [];
  await migrate(database, { onProgress: (share) => shares.push(share), progressInterval: 0 });
  expect(shares).toEqual([1, 2, 3].map((keys) => (keys / 3) * 0.7));
});
