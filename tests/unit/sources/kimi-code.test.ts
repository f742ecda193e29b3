import { describe, expect, it } from 'vitest';
import { kimiCode } from '../../../src/lib/sources/kimi-code';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Kimi Code', () => {
  it('counts only usage records, including the compaction’s', async () => {
    const { events, problems } = await readSource(kimiCode, [fixture('kimi-code/wire.jsonl')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 100, cacheReadTokens: 50, outputTokens: 10, model: 'kimi-k2.7-code' },
      { inputTokens: 70, outputTokens: 7, path: '/home/ada/engine' },
    ]);
  });

  it('reads a session’s folder from the document above its agents', async () => {
    const { sessions } = await readSource(kimiCode, [fixture('kimi-code/state.json')]);
    expect(sessions).toMatchObject([{ sessionId: 'session_1', beganIn: '/home/ada/engine' }]);
  });

  it('counts two calls that end in the same millisecond with the same counts', async () => {
    const line = JSON.stringify({
      type: 'usage.record',
      time: Date.UTC(2026, 2, 1),
      model: 'k',
      usage: { inputOther: 5, output: 1 },
    });
    const { events } = await readSource(kimiCode, [`${line}\n${line}`]);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });
});
