import { renameSync, rmSync } from 'node:fs';
import { openNative } from './sqlite.ts';

export const seededMonth = '2026-10';
const projects = 200;

/**
 * Creates a database with this many events: 200 projects, 3 models, spread evenly over the two years up to the end of
 * November 2026.
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
  // The rollups get all of them at once, as from a batch of the importer.
  database.exec('INSERT INTO bulk_inserts VALUES (0)');
  insertEvents(database, events);
  database.exec('DELETE FROM bulk_inserts');
  database.exec('COMMIT');
  database.close();
  renameSync(unfinished, file);
}

function insertEvents(database: ReturnType<typeof openNative>, events: number): void {
  const days = 730;
  const n = (count: number): string =>
    `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
  database.exec(
    `INSERT INTO event_imports VALUES (1, 'bench');
     ${n(projects)} INSERT INTO event_projects SELECT i + 1, printf('0199aaaa-1111-7000-8000-%012d', i) FROM n;
     ${n(projects)} INSERT INTO event_paths SELECT i + 1, '/home/ada/work/project-' || i FROM n;
     ${n(Math.ceil(events / 20))} INSERT INTO event_sessions SELECT i + 1, 'claude-code', printf('session-%08d', i), NULL FROM n;
     ${n(3)} INSERT INTO event_kinds
       SELECT i + 1, 'claude-code', 'anthropic', 'claude-model-' || i, 'chat', 'cloud', 'moment', 1, 'call', '' FROM n`,
  );
  // In the order of time, as logs are written; keys in no order, as hashes are.
  database.exec(
    `${n(events)},
       e AS (SELECT i, i * ${days} / ${events} AS day, i % ${projects} AS project, i * 2654435761 % 4294967296 AS mixed FROM n)
     INSERT INTO event_rows (key, project, day, hour, occurred_at, kind, session, path, import, position, precedence,
       input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
       created_at, updated_after)
     SELECT unhex(printf('%08x%024x', mixed, i)), project + 1, 20058 + day, mixed % 86400000 / 3600000,
       1733011200000 + day * 86400000 + mixed % 86400000, mixed % 3 + 1, i / 20 + 1, project + 1, 1, i % 20 + 1, 0,
       mixed % 50, mixed % 90000, mixed % 4000, 0, mixed % 900, 0, 1796000000000, 0
     FROM e`,
  );
}
