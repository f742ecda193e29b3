import { describe, expect, it } from 'vitest';
import { opencode } from '../../../src/lib/sources/opencode';
import { readSource, testNow } from './read-source';
import { fixture } from './support/fixtures';
import { makeDatabase } from './support/make-database';

const message = {
  inputTokens: 120,
  cacheReadTokens: 4000,
  cacheWrite5mTokens: 250,
  outputTokens: 70,
  reasoningTokens: 10,
  provider: 'anthropic',
  model: 'claude-sonnet-4-5',
  llmMode: 'cloud',
  path: '/home/ada/engine',
  sessionId: 'ses_a01',
};

const schema = 'CREATE TABLE session(id, directory, time_created);';
const data = JSON.stringify({
  role: 'assistant',
  modelID: 'm',
  tokens: { input: 7, output: 1 },
  time: { created: Date.UTC(2026, 5, 7), completed: Date.UTC(2026, 5, 7) },
});

describe('OpenCode’s reasoning', () => {
  const read = async (tokens: object, providerID = 'some') => {
    const time = { created: Date.UTC(2026, 5, 7), completed: Date.UTC(2026, 5, 7) };
    const message = {
      id: 'msg_1',
      sessionID: 's',
      role: 'assistant',
      modelID: 'm',
      providerID,
      tokens,
      time,
    };
    const { events } = await readSource(opencode, [JSON.stringify(message)]);
    return [events[0]?.outputTokens, events[0]?.reasoningTokens];
  };
  const counts = { input: 100, output: 50, reasoning: 30, cache: { read: 20, write: 10 } };

  it('is inside the output or on top of it as the record’s own total says', async () => {
    expect(await read({ ...counts, total: 180 })).toEqual([50, 30]);
    expect(await read({ ...counts, total: 210 })).toEqual([80, 30]);
  });

  it('without a total is on top, except with OpenAI, which includes it', async () => {
    expect(await read(counts)).toEqual([80, 30]);
    expect(await read(counts, 'openai')).toEqual([50, 30]);
    expect(await read({ ...counts, output: 20 }, 'openai')).toEqual([50, 30]);
  });
});

describe('OpenCode’s database', () => {
  it('yields its messages, and one that a fork copied under the same key', async () => {
    const { events, sessions, problems } = await readSource(opencode, [fixture('opencode/opencode.db')]);
    expect(problems).toEqual([]);
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual(['ses_a01', 'ses_a02']);
    expect(events).toMatchObject([
      message,
      { inputTokens: 500, outputTokens: 40, llmMode: 'local', path: '/home/ada/engine' },
      { ...message, sessionId: 'ses_a02' },
    ]);
    expect(events[2]?.dedupeKey).toBe(events[0]?.dedupeKey);
  });

  it('reports that rows of a write-ahead log may be missing', async () => {
    const bytes = fixture('opencode/opencode.db');
    bytes.fill(2, 18, 20);
    const { events, problems } = await readSource(opencode, [bytes]);
    expect(events).toHaveLength(3);
    expect(problems).toMatchObject([{ reason: 'wal-missing' }]);
    const log = await readSource(opencode, [Uint8Array.of(0x37, 0x7f, 6, 0x82, 0, 0, 0, 0)]);
    expect(log.problems).toHaveLength(1);
  });

  it.each([
    [
      'a view',
      `CREATE TABLE hidden(session_id, data); INSERT INTO hidden VALUES('s','${data}');
      CREATE VIEW message AS SELECT * FROM hidden;`,
    ],
    [
      'a generated column',
      `CREATE TABLE message(session_id, data AS ('${data}')); INSERT INTO message VALUES('s');`,
    ],
    ['a virtual table', 'CREATE VIRTUAL TABLE message USING fts5(session_id, data);'],
    ['no table', ''],
  ])('is rejected if its messages are %s', async (_, sql) => {
    const { events, problems } = await readSource(opencode, [await makeDatabase(schema + sql)]);
    expect(events).toEqual([]);
    expect(problems).toEqual([{ reason: 'database-tables-missing' }]);
  });

  it('is read without running any trigger, check or index of the file', async () => {
    const bytes =
      await makeDatabase(`${schema} CREATE TABLE message(session_id, data CHECK (length(data) > 0));
      CREATE INDEX trap ON message(json_extract(data, '$.role'));
      CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END;
      DROP TRIGGER t; INSERT INTO message VALUES('s', '${data}'), ('s', x'00'), ('s', 5), ('s', '[]');
      CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END;`);
    const { events, problems } = await readSource(opencode, [bytes]);
    expect(events).toMatchObject([{ inputTokens: 7 }]);
    expect(problems).toHaveLength(3);
  });

  it('is reported as damaged when SQLite’s check fails', async () => {
    const bytes = fixture('opencode/opencode.db');
    bytes.fill(0xff, 600, 1400);
    const { events, problems } = await readSource(opencode, [bytes]);
    expect(events).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('OpenCode’s earlier files', () => {
  it('have the same content as the database', async () => {
    const database = await readSource(opencode, [fixture('opencode/opencode.db')]);
    const file = await readSource(opencode, [fixture('opencode/msg_b01.json')]);
    expect(file.events).toEqual([{ ...database.events[0], position: 1 }]);
    const session = await readSource(opencode, [fixture('opencode/ses_a01.json')]);
    expect(session.sessions).toEqual([database.sessions[0]]);
    expect((await readSource(opencode, [fixture('opencode/prt_c01.json')])).events).toEqual([]);
  });

  it('leave a message that is still being written to the next import', async () => {
    const writing = (created: number) =>
      JSON.stringify({
        id: 'msg_1',
        sessionID: 's',
        role: 'assistant',
        tokens: { input: 5 },
        time: { created },
      });
    expect((await readSource(opencode, [writing(testNow - 60_000)])).events).toEqual([]);
    expect((await readSource(opencode, [writing(testNow - 7_200_000)])).events).toHaveLength(1);
  });
});
