import { describe, expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { countsOf, readFixture, sourceOf } from './read-fixture';
import { readSource } from './read-source';

describe('Continue', () => {
  it('counts a call in both its lines and its database once, and equal calls separately', async () => {
    const best = new BestRecords();
    for (const file of ['continue/tokensGenerated.jsonl', 'continue/devdata.db'])
      for (const event of (await readFixture(file)).events) best.add(event);
    expect(countsOf(best).toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0))).toEqual([
      [1200, 0, 0, 40, 0],
      [500, 0, 0, 20, 0],
      [90, 0, 0, 10, 0],
      [60, 0, 0, 5, 0],
      [60, 0, 0, 5, 0],
    ]);
  });
});

describe('Continue’s proxy and earlier versions', () => {
  it('count once although lines and database name the call differently', async () => {
    const model = 'ada/models/anthropic/claude-sonnet-4-5';
    const counts = '"promptTokens":12,"generatedTokens":3';
    const line = (provider: string) =>
      `{"timestamp":"2026-03-02T09:00:00.400Z","model":"${model}","provider":"${provider}",${counts}}\n`;
    const readLine = async (text: string) => readSource(sourceOf('continue/'), [text]);
    const [proxy, behind] = await Promise.all(
      ['continue-proxy', 'anthropic'].map((name) => readLine(line(name))),
    );
    expect(proxy!.events).toEqual(behind!.events);
  });

  it('say where calls without a time can be found with one', async () => {
    const line = '{"model":"m","provider":"ollama","promptTokens":12,"generatedTokens":3}\n';
    const { events, problems } = await readSource(sourceOf('continue/'), [line]);
    expect(events).toEqual([]);
    expect(problems[0]?.reason).toBe('calls-without-time');
  });
});
