import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counterNames, totalTokensOf } from '../../../src/lib/model/tokens';
import { aider } from '../../../src/lib/sources/aider';
import { bedrockLog } from '../../../src/lib/sources/bedrock-log';
import { inspectAi } from '../../../src/lib/sources/inspect-ai';
import { openhands } from '../../../src/lib/sources/openhands';
import type { Source } from '../../../src/lib/sources/source';
import { vercelAiSdk } from '../../../src/lib/sources/vercel-ai-sdk';
import { sharedData } from '../shared-data';
import { readSource, type Reading } from './read-source';
import { fixture } from './support/fixtures';

const read = (source: Source, file: string): Promise<Reading> =>
  readSource(source, [fixture(`${source.id}/${file}`)]);

describe('Aider’s analytics log', () => {
  it('counts each message that was sent, with the cost of that message', async () => {
    const { events, problems } = await read(aider, 'analytics.jsonl');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 1200, outputTokens: 80, model: 'gpt-5', recordedCostNanoUsd: 2_300_000 },
      { inputTokens: 500, outputTokens: 20 },
    ]);
  });
});

describe('OpenHands’ evaluation output', () => {
  it('counts single calls, not their sums, and dates them by their id or their task', async () => {
    const { events, problems } = await read(openhands, 'output.jsonl');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 700, outputTokens: 30, occurredAt: 1_772_446_000_000, path: 'openhands:acme__engine-1' },
      { inputTokens: 300, cacheReadTokens: 600, cacheWrite5mTokens: 100, outputTokens: 40 },
      { inputTokens: 50, occurredAt: Date.UTC(2026, 2, 2, 11), path: 'openhands:acme__engine-2' },
    ]);
  });
});

describe('Inspect AI’s logs', () => {
  it('decides by the total where cached tokens are counted, and ignores answers from the disk cache', async () => {
    const { events, problems } = await read(inspectAi, 'log.json');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 64, outputTokens: 2, path: 'inspect:popularity', model: 'gpt-5-2025-08-07' },
      { inputTokens: 50, cacheReadTokens: 150, outputTokens: 10, reasoningTokens: 4 },
      { inputTokens: 10, cacheReadTokens: 60, cacheWrite5mTokens: 20, provider: 'anthropic' },
    ]);
  });

  it('reads the task of a packed sample from the name of its archive', async () => {
    const path = 'logs/2026-02-12T09-00-00-05-00_security-guide_dPiJifoWeEQ.eval/samples/5_epoch_1.json';
    const { events } = await readSource(inspectAi, [fixture('inspect-ai/sample.json')], { path });
    expect(events).toMatchObject([{ inputTokens: 30, outputTokens: 3, path: 'inspect:security-guide' }]);
  });
});

describe('spans of Vercel’s AI SDK', () => {
  it('counts calls and not the spans around them', async () => {
    const { events, problems } = await read(vercelAiSdk, 'spans.json');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 14, outputTokens: 20, provider: 'openai', occurredAt: 1_770_131_992_242 },
      { inputTokens: 300, cacheReadTokens: 600, outputTokens: 100, reasoningTokens: 40 },
      { inputTokens: 8, eventType: 'embedding' },
    ]);
  });
});

describe('Bedrock’s invocation log', () => {
  it('reads input separate from its cache, and names the project or the caller', async () => {
    const { events, problems } = await read(bedrockLog, 'invocations.jsonl');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 120, cacheReadTokens: 4000, cacheWrite5mTokens: 300, path: 'bedrock:engine-role' },
      { inputTokens: 70, outputTokens: 9, path: 'bedrock:Engine', model: 'us.amazon.nova-pro-v1:0' },
    ]);
  });
});

/** Input, output and total of real files, added up independently of every tracker. */
const truths = [
  { source: aider, file: 'aider/analytics.jsonl', calls: 107, input: 2_484_349, output: 45_772 },
  { source: openhands, file: 'openhands/output.jsonl', calls: 56, input: 975_327, output: 7_714 },
  { source: vercelAiSdk, file: 'vercel-ai-sdk/all-spans.json', calls: 5, input: 152, output: 297 },
] as const;

const more = sharedData('more');

describe.skipIf(more === null)('real files next to this checkout', () => {
  it.each(truths)('$file adds up to the token', async ({ source, file, calls, input, output }) => {
    const { events, problems } = await readSource(source, [readFileSync(`${more}/${file}`)]);
    expect(problems).toEqual([]);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(calls);
    const [inputs = 0, reads, , , outputs] = counterNames.map((name) =>
      events.reduce((sum, event) => sum + event[name], 0),
    );
    expect([inputs, reads, outputs]).toEqual([input, 0, output]);
  });

  it('inspect-ai’s two documents add up to the token', async () => {
    const files = [
      '2025-05-12T20-28-13-04-00_popularity.json',
      '2025-05-12T20-28-26-04-00_security-guide.json',
    ];
    let total = 0;
    for (const file of files) {
      const { events } = await readSource(inspectAi, [readFileSync(`${more}/inspect-ai/logs/${file}`)]);
      total += events.reduce((sum, event) => sum + totalTokensOf(event), 0);
    }
    expect(total).toBe(2_190);
  });
});
