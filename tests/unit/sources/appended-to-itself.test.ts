import { describe, expect, it } from 'vitest';
import { totalTokensOf } from '../../../src/lib/model/tokens';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { sourceById, sources } from '../../../src/lib/sources/registry';
import type { Source } from '../../../src/lib/sources/source';
import { readSource } from './read-source';
import { fixture, fixturesOf } from './support/fixtures';

/** Each call once, as an import counts it. */
async function callsIn(source: Source, ...texts: string[]): Promise<SourceUsageEvent[]> {
  const best = new BestRecords();
  for (const event of (await readSource(source, texts)).events) best.add(event);
  return [...best];
}

const counted = ({ position: _, ...event }: SourceUsageEvent): object => event;

const files = sources.flatMap((source) =>
  source.growsByLines === true || source.readsOn === true
    ? fixturesOf(source.id)
        .map((name) => ({ source, path: `${source.id}/${name}` }))
        .filter(({ path }) => /\.(?:jsonl|ndjson|txt)$/.test(path))
    : [],
);

describe('a file that was appended to itself', () => {
  it.each(files)('counts each of its calls once: $path', async ({ source, path }) => {
    const text = new TextDecoder().decode(fixture(path));
    const once = await callsIn(source, text);
    // The last call may still be written, so it doesn't end its line.
    const twice = await callsIn(source, text.replace(/\n?$/, '\n'), text);
    expect(twice.map(counted)).toEqual(once.map(counted));
  });
});

/** Lines of calls that are equal but for their time, by source. */
const linesAt: Readonly<Record<string, (time: number) => string>> = {
  continue: (time) =>
    JSON.stringify({
      ...{ timestamp: new Date(time).toISOString(), model: 'm', provider: 'p' },
      ...{ promptTokens: 60, generatedTokens: 5 },
    }),
  lingtai: (time) =>
    JSON.stringify({
      ...{ ts: new Date(time).toISOString(), model: 'm' },
      ...{ input: 60, output: 5, thinking: 0, cached: 0 },
    }),
  'quick-desktop': (time) =>
    JSON.stringify({ _aws: { Timestamp: time }, Model: 'm', InputTokens: 60, OutputTokens: 5 }),
  'kimi-code': (time) =>
    JSON.stringify({
      ...{ type: 'usage.record', model: 'm', time },
      usage: { inputOther: 60, output: 5, inputCacheRead: 0, inputCacheCreation: 0 },
    }),
};

describe.each(Object.entries(linesAt))('of %s', (id, line) => {
  const source = sourceById(id);
  if (source === null) throw new Error(id);
  const start = Date.UTC(2026, 2, 1, 9);
  const text = [0, 0, 1000, 1000, 2000].map((after) => `${line(start + after)}\n`).join('');
  const total = async (...texts: string[]): Promise<number> =>
    (await callsIn(source, ...texts)).reduce((sum, event) => sum + totalTokensOf(event), 0);

  it('counts equal calls of the same moment each, once', async () => {
    expect(await total(text)).toBe(5 * 65);
    expect(await total(text, text)).toBe(5 * 65);
    expect(await total(text, text.slice(line(start).length + 1), text)).toBe(5 * 65);
  });

  it('continues with the calls after the copy', async () => {
    expect(await total(text, text, `${line(start + 3000)}\n`)).toBe(6 * 65);
  });
});
