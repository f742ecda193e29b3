import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import { eventKey } from '../../../src/lib/model/event-key';
import { keyText } from '../../../src/lib/database/events/event-key';
import { migrate } from '../../../src/lib/database/opening/migrate';
import { migrations, schemaVersion } from '../../../src/lib/database/opening/migrations';
import { ensureDatedIn } from '../../../src/lib/database/usage/time-zone';
import { openConnection, openTestDatabase, testNow } from './open';
import { insertEarlier, insertEarlierDeleted } from './earlier-schema';
import { sourceEvent } from './samples';

/** A shipped migration never changes: databases out there went through exactly these bytes. A new step gets a new file. */
const shipped = [
  '9cadc2ce6885d5021f4727a1de2848cf2d21f27979d2c61fef4962089e735317',
  '57b9f43924c39b7177f25bbff15ff358434554eb3edd52222d7f54790ba860c0',
  'dd9f8e327ccd47de5ffc7ec615a77a68050309a27f18f753b64c83b7a5e57a45',
  'c91d7ee746e3265d25a2e2582803700f429b9739659474fc510c11a882d37d9e',
  '64d50d8ead459f067cb5dbf2952a370a9299ea8625b583f4bafbab42dbaff6d2',
  'cbff499c7032092911e590986b21add10a6eaecb5d51c5d6258b63dc1df45012',
  '0ea9221309a49ab05c13799e3ee3fe21d86991dd66a4b426abe6c7961959e430',
  'a9e0176163b58a26159314c55e722f17d2da7f817b790b58972ec51a2b776322',
  '432b328b2df2b299eabd79a633c92977b6d26fe7223bc93fb5b3a50d3d7ccf6c',
  '9076ed6fa8eef38ab10f9bb4395768f019ec23caf71ac3953b2135c0ac3799e8',
  '73b1dc8dfb7975635f5361029cda4962ef0156d061f7d5953ba4edc8768caf35',
  '258d2c6a7ae6f3063a0bc40ab2a2fd1da11d1c1c1a269c449dc56862e941cb56',
  '76506dabc9c94d41906523021011db87b7a264433027cda3aa13889501f5d8b6',
  '53f43b4d1d9366b5c567ad8f74d6dc24d9a65105d9b03eacd18a7a53f05776dc',
  '9beaffabfc4b7e77233cf8bd2760107887e7add422409421e71a91393fe7c044',
  '9080d38ff56d5f99262602bac90dc51bfbc5b4ea72519bd704e605244cc46a90',
  '53aa2ed81e3fb8cb6e17c4d8b28fe435e7d829ac7619fa2b67b0c66bf534c600',
  '978909726f20b81e4bc338e014944a7ff2e994fb4ce6b9ccc7b16aa2a9e01aea',
  '8e7a3f476260b26d8cc283132bd2e8bebe0d9185773df57ba10ecd04783369ac',
];

it('no shipped migration was changed', () => {
  expect(migrations.map((sql) => createHash('sha256').update(sql).digest('hex'))).toEqual(shipped);
});

it('an empty database gets the whole schema, and no copy is made', async () => {
  const database = await openConnection();
  const copies: number[] = [];
  const beforeFirstStep = (from: number) => void copies.push(from);
  expect(await migrate(database, { beforeFirstStep })).toEqual({ from: 0, to: schemaVersion });
  expect(await migrate(database, { beforeFirstStep })).toEqual({ from: schemaVersion, to: schemaVersion });
  expect(copies).toEqual([]);
  expect(createCommands(database).checkIntegrity()).toEqual({ ok: true, differences: [] });
});

const addProject = `INSERT INTO projects (id, name, client_name, created_at, updated_at)
  VALUES ('alpha', 'Alpha', 'ACME', 1, 2), ('beta', 'Beta', NULL, 1, 1)`;
const addDocument = `INSERT INTO cvs (id, project_id, file_name, byte_length, content_sha256, created_at, updated_at)
  VALUES ('cv', 'alpha', 'cv.pdf', 10, '${'0'.repeat(64)}', 1, 1)`;
const addUsage = `UPDATE projects SET is_pinned = 1, pin_order = 1 WHERE id = 'beta';
  INSERT INTO usage_events (dedupe_key, project_id, event_type, llm_mode, source, input_tokens, cache_read_tokens,
    cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens, completion_tokens,
    total_tokens, occurred_at, date, created_at, updated_at)
  VALUES ('e', 'alpha', 'chat', 'cloud', 'manual', 1, 2, 3, 4, 5, 0, 10, 5, 15,
    ${Date.UTC(2026, 10, 1, 0, 30)}, '2026-11-01', 1, 1)`;

describe.each([
  [1, [addProject]],
  [2, [addProject, addDocument]],
  [3, [addProject, addDocument, addUsage]],
])('a database of version %i that holds data', (version, fill) => {
  it('keeps everything, after one copy was made', async () => {
    const database = await openConnection('America/New_York');
    await migrate(database, { migrations: migrations.slice(0, version) });
    for (const sql of fill) database.db.exec(sql);

    const copies: number[] = [];
    const result = await migrate(database, {
      beforeFirstStep: async (from) => {
        await Promise.resolve();
        copies.push(from, Number(database.db.selectValue('PRAGMA user_version')));
      },
    });
    expect(result).toEqual({ from: version, to: schemaVersion });
    expect(copies).toEqual([version, version]);

    ensureDatedIn(database);
    const commands = createCommands(database);
    expect(commands.getProjects()).toMatchObject([
      { id: 'alpha', name: 'Alpha', clientName: 'ACME', isPinned: false, pinOrder: 0 },
      { id: 'beta', isPinned: version === 3 },
    ]);
    expect(database.db.selectValue('SELECT count(*) FROM cvs')).toBe(version > 1 ? 1 : 0);
    // Version 3 did not know in which zone it was dated: half past midnight in UTC is October in New York.
    expect(commands.getGlobalUsageStats('2026-10').totalTokens).toBe(version === 3 ? 15 : 0);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  });
});

it('version 10 gains costs and keeps its totals', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 10) });
  database.db.exec(`${addProject}; UPDATE projects SET deleted_at = 1 WHERE id = 'beta';
    INSERT INTO imports (id, status, started_at, updated_at) VALUES ('i', 'running', 1, 1)`);
  const event = (key: string, mode: string, hour: number | null) =>
    `('${key}', 'alpha', 'chat', '${mode}', 'test', 1, 2, 3, 4, 5, 1, 10, 5, 15, ${Date.UTC(2026, 10, 1, 5)}, '2026-11-01',
      '${hour === null ? 'day' : 'moment'}', ${hour}, 'i', 1, 1)`;
  database.db
    .exec(`INSERT INTO usage_events (dedupe_key, project_id, event_type, llm_mode, source, input_tokens,
      cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens,
      completion_tokens, total_tokens, occurred_at, date, granularity, hour, import_id, created_at, updated_at)
    VALUES ${event('cloud', 'cloud', 5)}, ${event('local', 'local', 5)}, ${event('bucket', 'cloud', null)}`);
  insertEarlierDeleted(database.db, {
    ...sourceEvent({ dedupeKey: 'gone', llmMode: 'local' }),
    ...{ projectId: 'beta', source: 'test', importId: 'i' },
  });
  const counters = `input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
    reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, event_count, output_not_final_count`;
  const rollups = ['usage_daily', 'usage_monthly', 'usage_daily_breakdown', 'usage_monthly_breakdown'];
  const totals = () => rollups.map((name) => database.db.selectArrays(`SELECT ${counters} FROM ${name}`));
  const before = totals();

  await migrate(database);
  expect(totals()).toEqual(before);
  expect(
    database.db.selectArrays('SELECT cost_nano_usd, unpriced_tokens, inexact_count FROM usage_monthly'),
  ).toEqual([[0, 30, 0]]);
  expect(
    database.db.selectArrays('SELECT total_tokens, cost_nano_usd, unpriced_tokens FROM usage_hourly'),
  ).toEqual([[30, 0, 15]]);
  const gone = 'SELECT cost_nano_usd, cost_basis FROM deleted_usage_events';
  expect(database.db.selectArrays(gone)).toEqual([[0, 'free']]);
  ensureDatedIn(database);
  expect(createCommands(database).checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('version 12 joins the records of a Claude Code response that version 11 counted several times', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 11) });
  const { db } = database;
  db.exec(`INSERT INTO imports (id, status, started_at, updated_at) VALUES ('first', 'running', 1, 1), ('second', 'running', 1, 1);
    INSERT INTO projects (id, name, created_at, updated_at, deleted_at)
      VALUES ('s1', 's1', 1, 1, NULL), ('s2', 's2', 1, 1, 1), ('chosen', 'chosen', 1, 1, NULL);
    INSERT INTO project_paths (path, project_id, created_at, updated_at) VALUES ('/s1', 's1', 1, 1), ('/s2', 's2', 1, 1);
    INSERT INTO settings VALUES ('datedIn', '"UTC"', 1)`);
  const id = 'gen-1234567890-abcdef';
  const place = { source: 'claude-code', projectId: 's1' };
  const record = (id: string, session: string, second: number, outputTokens: number, more = '') => {
    const occurredAt = Date.UTC(2026, 10, 2, 9, 0, second);
    const time = new Date(occurredAt).toISOString();
    const dedupeKey = `claude-code:${id}:${session}:${time}${more}`;
    const event = sourceEvent({
      dedupeKey,
      sessionId: session,
      path: `/${session}`,
      occurredAt,
      outputTokens,
    });
    return { ...event, ...place };
  };
  const short = record('gen-1', 's1', 9, 1000);
  const known = sourceEvent({ dedupeKey: 'claude-code:gen-1234567890-abcdef:req_1', outputTokens: 3000 });
  const best = record(id, 's1', 3, 30);
  const advisor = record(id, 's1', 3, 7, ':advisor-0');
  insertEarlier(db, { ...record(id, 's1', 1, 10), importId: 'first' }, { ...short, importId: 'first' });
  // One copy is in a deleted project, and one in a project that the user chose.
  insertEarlierDeleted(db, { ...record(id, 's2', 2, 20), projectId: 's2', importId: 'first' });
  for (const event of [{ ...known, ...place }, advisor, record(id, 's1', 4, 5)])
    insertEarlier(db, { ...event, importId: 'second' });
  insertEarlier(db, { ...best, projectId: 'chosen', importId: 'second' });
  db.exec({ sql: "INSERT INTO chosen_projects VALUES (?, 'chosen', 1)", bind: [best.dedupeKey] });
  expect(db.selectValue('SELECT sum(event_count) FROM usage_monthly')).toBe(6);

  await migrate(database);
  const commands = createCommands(database);
  const key = (dedupeKey: string) => keyText(eventKey(dedupeKey, 'claude-code'));
  const keys =
    "SELECT dedupe_key, output_tokens, project_id = 'chosen' FROM usage_events ORDER BY output_tokens";
  expect(database.db.selectArrays(keys)).toEqual([
    [key(`claude-code:${id}:advisor-0`), 7, 0],
    [key(`claude-code:${id}`), 30, 1],
    [key(short.dedupeKey), 1000, 0],
    [key(known.dedupeKey), 3000, 0],
  ]);
  expect(database.db.selectValue('SELECT count(*) FROM deleted_usage_events')).toBe(0);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  // 10 output tokens are from the first import and 5 from the second; the deleted ones weren't counted before either.
  expect(commands.getCorrectedCounts()).toEqual({ events: 2, tokens: 15 + 2 * 1111 });
  expect(await migrate(database)).toMatchObject({ from: schemaVersion });

  // Undo restores the best record of the other import, in the project that the user chose for the call.
  commands.undoImport('second', testNow);
  expect(database.db.selectArrays(keys)).toEqual([
    [key(`claude-code:${id}`), 20, 1],
    [key(short.dedupeKey), 1000, 0],
  ]);
});

it('a database without such responses reports no correction', async () => {
  const { commands } = await openTestDatabase();
  expect(commands.getCorrectedCounts()).toBeNull();
});

it('a newer database is refused and not written to', async () => {
  const database = await openConnection();
  database.db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
  const before = database.db.changes(true);
  await expect(migrate(database)).rejects.toMatchObject({ code: 'NewerData' });
  expect(database.db.changes(true)).toBe(before);
  expect(database.db.selectValue('SELECT count(*) FROM sqlite_schema')).toBe(0);
});

const broken = [...migrations.slice(0, 2), 'CREATE TABLE half (a) STRICT; CREATE TABLE half (a INT) STRICT;'];

it('a failed step leaves the previous version intact, and the next start continues from there', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 1) });
  await expect(migrate(database, { migrations: broken })).rejects.toMatchObject({ code: 'Unexpected' });
  expect(database.db.selectValue('PRAGMA user_version')).toBe(2);
  expect(await migrate(database)).toEqual({ from: 2, to: schemaVersion });
});

it('a new database is created completely or not at all', async () => {
  const database = await openConnection();
  await expect(migrate(database, { migrations: broken })).rejects.toMatchObject({ code: 'Unexpected' });
  expect(database.db.selectValue('SELECT count(*) FROM sqlite_schema')).toBe(0);
  expect(await migrate(database)).toEqual({ from: 0, to: schemaVersion });
});

it('without a copy there is no migration', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 1) });
  const beforeFirstStep = () => {
    throw new Error('disk full');
  };
  await expect(migrate(database, { beforeFirstStep })).rejects.toThrow('disk full');
  expect(database.db.selectValue('PRAGMA user_version')).toBe(1);
});
