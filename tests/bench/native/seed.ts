import { renameSync, rmSync } from 'node:fs';
import { openNative } from './sqlite.ts';

export const seededMonth = '2026-10';
const projects = 200;

/**
 * Creates a database with this many events: 200 projects, 3 models, spread evenly over the two years up to the end of
 * November 2026. The rollups are computed once at the end instead of by the triggers, which gives the same rows in a
 * tenth of the time.
 */
export function seedNatively(file: string, migrations: readonly string[], events: number): void {
  const unfinished = `${file}-unfinished`;
  rmSync(unfinished, { force: true });
  const database = openNative(unfinished, migrations);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576; BEGIN');
  database.exec(
    `INSERT INTO imports (id, status, started_at, finished_at, updated_at) VALUES ('bench', 'finished', 0, 0, 0);
     INSERT INTO settings VALUES ('timeZone', '"UTC"', 0), ('datedIn', '"UTC"', 0);
     WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${projects - 1})
       INSERT INTO projects (id, name, client_name, created_at, updated_at)
       SELECT printf('0199aaaa-1111-7000-8000-%012d', i), 'Project ' || i, 'Client ' || (i % 30), 0, 0 FROM n`,
  );
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'usage_events'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  insertEvents(database, events);
  sumUp(database, 'usage_daily', 'date, project_id');
  const cut = 'date, project_id, source, provider, model, event_type, llm_mode, path';
  sumUp(database, 'usage_daily_breakdown', cut);
  database.exec(
    `INSERT INTO usage_hourly SELECT date, hour, project_id, source, model, event_type, sum(total_tokens), count(*), 0, sum(total_tokens)
     FROM usage_events GROUP BY date, hour, project_id, source, model, event_type`,
  );
  for (const { sql } of triggers) database.exec(sql);
  database.exec('COMMIT');
  database.close();
  renameSync(unfinished, file);
}

function insertEvents(database: ReturnType<typeof openNative>, events: number): void {
  const days = 730;
  // In the order of time, as logs are written; keys ascend with it.
  database.exec(
    `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${events - 1}),
       e AS (SELECT i, i * ${days} / ${events} AS day, i % ${projects} AS project, i * 2654435761 % 4294967296 AS mixed FROM n)
     INSERT INTO usage_events (
       dedupe_key, project_id, event_type, llm_mode, source, session_id, provider, model, path, position, input_tokens,
       cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
       completion_tokens, total_tokens, occurred_at, date, granularity, is_output_final, import_id, created_at, updated_at, hour)
     SELECT printf('bench:%010d', i), printf('0199aaaa-1111-7000-8000-%012d', project), 'chat', 'cloud', 'claude-code',
       printf('session-%08d', i / 20), 'anthropic', 'claude-model-' || (mixed % 3), '/home/ada/work/project-' || project, i % 20 + 1,
       mixed % 50, mixed % 90000, mixed % 4000, 0, mixed % 900, 0, mixed % 50 + mixed % 90000 + mixed % 4000,
       mixed % 900, mixed % 50 + mixed % 90000 + mixed % 4000 + mixed % 900,
       1733011200000 + day * 86400000 + mixed % 86400000, date(1733011200 + day * 86400, 'unixepoch'), 'moment', 1, 'bench', 0, 0, mixed % 86400000 / 3600000
     FROM e`,
  );
}

function sumUp(database: ReturnType<typeof openNative>, table: string, keys: string): void {
  const counters =
    `input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens`.split(
      /,\s*/,
    );
  const values = keys.replaceAll(/\b(provider|model|path)\b/g, "coalesce($1, '')");
  database.exec(
    `INSERT INTO ${table} (${keys}, ${counters.join(', ')}, event_count, output_not_final_count,
       cost_nano_usd, unpriced_tokens, inexact_count)
     SELECT ${values}, ${counters.map((counter) => `sum(${counter})`).join(', ')}, count(*), sum(1 - is_output_final), 0, sum(total_tokens), 0
     FROM usage_events GROUP BY ${keys}`,
  );
}
