import { rmSync } from 'node:fs';
import { batchSize, makeEvents } from '../events.ts';
import { openNative } from './sqlite.ts';

const columns =
  `key, project, day, hour, occurred_at, kind, session, path, import, position, precedence, input_tokens,
   cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, created_at,
   updated_after`.split(/,\s*/);

type Value = string | number | null | Uint8Array;
export type Way = 'bound' | 'json';

/**
 * Inserts events into a new file with the app's schema and triggers, one transaction per batch. Measures SQLite
 * alone: the values are ready beforehand.
 * @returns events per second
 */
export function insertNatively(file: string, migrations: readonly string[], count: number, way: Way): number {
  rmSync(file, { force: true });
  const database = openNative(file, migrations);
  database.exec("INSERT INTO imports (id, status, started_at, updated_at) VALUES ('bench', 'running', 0, 0)");
  for (let index = 0; index < 40; index += 1) {
    database.exec(
      `INSERT INTO projects (id, name, created_at, updated_at) VALUES ('${projectId(index)}', 'project-${index}', 0, 0)`,
    );
  }
  fillDimensions(database, count);
  const batches = rowsOf(count);
  const insert = `INSERT INTO event_rows (${columns.join(', ')})`;
  const bound = database.prepare(
    `${insert} VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (key) DO NOTHING`,
  );
  const fields = columns.map((_, index) => (index === 0 ? 'unhex(value ->> 0)' : `value ->> ${index}`));
  const json = database.prepare(
    `${insert} SELECT ${fields.join(', ')} FROM json_each(jsonb(?1)) WHERE true ON CONFLICT (key) DO NOTHING`,
  );

  const beganAt = performance.now();
  for (const batch of batches) {
    database.exec('BEGIN IMMEDIATE');
    database.exec('INSERT INTO bulk_inserts SELECT coalesce(max(id), 0) FROM event_rows');
    if (way === 'json') json.run(JSON.stringify(batch.map(([key, ...row]) => [hexOf(key), ...row])));
    else for (const row of batch) bound.run(...row);
    database.exec('DELETE FROM bulk_inserts');
    database.exec('COMMIT');
  }
  const perSecond = count / ((performance.now() - beganAt) / 1000);
  database.close();
  rmSync(file);
  return perSecond;
}

function rowsOf(count: number): Value[][][] {
  const batches: Value[][][] = [];
  for (let from = 0; from < count; from += batchSize) {
    batches.push(
      makeEvents(from, Math.min(batchSize, count - from)).map((event, index) => toRow(event, index, from)),
    );
  }
  return batches;
}

const models = ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'];

/** What rows name by a number: ids of projects and paths are those of the folder from 1, of sessions in order. */
function fillDimensions(database: ReturnType<typeof openNative>, count: number): void {
  database.exec("INSERT INTO event_imports VALUES (1, 'bench')");
  for (let index = 0; index < 40; index += 1) {
    database.exec(`INSERT INTO event_projects VALUES (${index + 1}, '${projectId(index)}')`);
    database.exec(`INSERT INTO event_paths VALUES (${index + 1}, '/home/ada/work/project-${index}')`);
  }
  for (const [index, model] of models.entries()) {
    database.exec(
      `INSERT INTO event_kinds VALUES (${index + 1}, 'claude-code', 'anthropic', '${model}', 'chat', 'cloud', 'moment', 1, 'call', '')`,
    );
  }
  const session = database.prepare("INSERT INTO event_sessions VALUES (?, 'claude-code', ?, NULL)");
  database.exec('BEGIN');
  for (let index = 0; index < count; index += 20) {
    session.run(index / 20 + 1, makeEvents(index, 1)[0]?.sessionId ?? '');
  }
  database.exec('COMMIT');
}

function toRow(event: ReturnType<typeof makeEvents>[number], index: number, batch: number): Value[] {
  const { path, inputTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens, occurredAt } = event;
  const folder = Number(path?.split('-').at(-1)) + 1;
  const session = Math.floor((batch + index) / 20) + 1;
  const key = new Uint8Array(16);
  // The same digits as in the text, without the hash: what that takes is the app's.
  const digits = event.dedupeKey.replaceAll(/[^0-9a-f]/g, '').slice(-32);
  for (let byte = 0; byte < 16; byte += 1)
    key[byte] = Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16);
  return [
    ...[key, folder, Math.floor(occurredAt / 86_400_000), new Date(occurredAt).getUTCHours(), occurredAt],
    ...[models.indexOf(event.model ?? '') + 1, session, folder, 1, event.position, 0],
    ...[inputTokens, cacheReadTokens, cacheWrite5mTokens, 0, outputTokens, 0, 0, 0],
  ];
}

const hexOf = (key: Value | undefined): string => Buffer.from(key as Uint8Array).toString('hex');
const projectId = (index: number): string => `0199aaaa-1111-7000-8000-${String(index).padStart(12, '0')}`;
