import { describe, expect, it } from 'vitest';
import { countsOf, readFixture, sourceOf } from './read-fixture';
import { readSource } from './read-source';

describe('Goose', () => {
  it('counts a row of its ledger once, and the rest of the session’s sum separately', async () => {
    const { events } = await readFixture('goose/sessions.db');
    expect(countsOf(events)).toEqual([
      [1000, 0, 0, 100, 0],
      [200, 0, 0, 30, 0],
      [100, 200, 0, 20, 0],
      [100, 0, 0, 10, 0],
    ]);
    expect(events).toMatchObject([
      { countQuality: 'session-total', recordedCostNanoUsd: 20_000_000, model: 'claude-sonnet-4-5' },
      { countQuality: 'session-total' },
      { llmMode: 'local', path: '/home/ada/engine' },
      { recordedCostNanoUsd: 500_000 },
    ]);
  });
});

describe('Goose before its database', () => {
  it('counts the sum in the first line of a session, under the key that the database uses too', async () => {
    const { events, problems } = await readFixture('goose/20250720_101500.jsonl');
    expect(problems).toEqual([]);
    expect(countsOf(events)).toEqual([[2000, 0, 0, 200, 0]]);
    expect(events).toMatchObject([
      {
        sessionId: '20250720_101500',
        path: '/home/ada/older',
        occurredAt: 1_752_999_300_000,
        countQuality: 'session-total',
      },
    ]);
  });

  it('does not mistake the last request for the sum', async () => {
    const line = '{"working_dir":"/home/ada","message_count":2,"total_tokens":70,"input_tokens":60}\n';
    const { events, problems } = await readSource(sourceOf('goose/'), [line], { path: 'a.jsonl' });
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ line: 1 }]);
  });
});
