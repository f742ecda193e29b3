import { problemKey } from '../../model/problem';
import type { Connection } from '../context';
import { all, value } from '../sql/statements';
import { wrongRollups } from '../whole-database/integrity';

const tables = [
  ['event_rows', 'usage_events_before'],
  ['deleted_event_rows', 'deleted_usage_events_before'],
  ['superseded_event_rows', 'superseded_usage_events_before'],
] as const;

/** The sums that rollups had then. */
const sumsThen = [
  'input_tokens',
  'cache_read_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'output_tokens',
  'reasoning_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'cost_nano_usd',
  'event_count',
  'output_not_final_count',
  'unpriced_tokens',
  'inexact_count',
];

/**
 * Completes migration 0016, in its transaction: drops the old rows after checking that the narrow ones hold the same.
 * @throws Error if they don't, which rolls the migration back
 */
export function finishNarrowEvents(connection: Connection): void {
  for (const [rows, before] of tables) {
    const count = (table: string) => value(connection, `SELECT count(*) FROM ${table}`);
    if (count(rows) !== count(before)) throw new Error(`${rows} does not have as many rows as ${before}.`);
  }
  // The rollups are unchanged, so they should match. If they were wrong before, compare the events themselves.
  const [wrong] = wrongRollups(connection, sumsThen);
  if (wrong !== undefined && differ(connection)) throw new Error(problemKey(wrong));
  for (const [, before] of tables) connection.db.exec(`DROP TABLE ${before}`);
}

/** Whether any event differs in more than its key. */
function differ(connection: Connection): boolean {
  const columns = all<{ name: string }>(
    connection,
    "SELECT name FROM pragma_table_info('usage_events_before') WHERE name <> 'dedupe_key'",
  ).map(({ name }) => name);
  const list = columns.join(', ');
  const sorted = (table: string) => `SELECT ${list}, count(*) FROM ${table} GROUP BY ${list}`;
  const [one, other] = [sorted('usage_events_before'), sorted('usage_events')];
  const sql = `SELECT EXISTS (${one} EXCEPT ${other}) OR EXISTS (${other} EXCEPT ${one})`;
  return value(connection, sql) === 1;
}
