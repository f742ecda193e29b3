import { describe, expect, it } from 'vitest';
import { withTotals } from '../../../src/lib/model/tokens';
import { geminiCli } from '../../../src/lib/sources/gemini-cli';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { inChunks } from './chunks';
import { readSource, testNow } from './read-source';
import { fixture } from './support/fixtures';
import { readFile } from '../../../src/lib/sources/read-file';

const message = (tokens: object, id = 'm1'): string =>
  JSON.stringify({
    id,
    type: 'gemini',
    timestamp: '2026-06-02T08:00:00.000Z',
    model: 'gemini-3-pro',
    tokens,
  });

describe('Gemini CLI', () => {
  it.each(['session.json', 'session.jsonl'])(
    'reads %s to the same calls, the later record of a message alone',
    async (name) => {
      const { events, problems } = await readSource(geminiCli, [fixture(`gemini-cli/${name}`)]);
      expect(problems).toEqual([]);
      expect(events).toMatchObject([
        { inputTokens: 900, cacheReadTokens: 0, outputTokens: 100, reasoningTokens: 60 },
        {
          inputTokens: 700,
          cacheReadTokens: 800,
          outputTokens: 125,
          reasoningTokens: 30,
          provider: 'google',
        },
      ]);
      expect(events.map((event) => withTotals(event).totalTokens)).toEqual([1000, 1625]);
      expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual([
        'gemini-cli:5f0c2d1e-7d4b-4a55-9a51-1f1f6f0d9c01',
        'gemini-cli:5f0c2d1e-7d4b-4a55-9a51-1f1f6f0d9c02',
      ]);
      expect(events[0]?.path).toBe('3f'.repeat(32));
    },
  );

  it('uses a later record even if it is smaller', async () => {
    const lines = [
      message({ input: 50, output: 5, total: 55 }),
      message({ input: 10, output: 5, total: 15 }),
    ];
    const { events } = await readSource(geminiCli, [lines.join('\n')]);
    expect(events.map((event) => withTotals(event).totalTokens)).toEqual([15]);
  });

  it('reports when a record’s own total disagrees, and omits tool tokens that are included elsewhere', async () => {
    const odd = await readSource(geminiCli, [message({ input: 10, output: 5, total: 99 })]);
    expect(odd.events).toMatchObject([{ inputTokens: 10, outputTokens: 5 }]);
    expect(odd.problems).toMatchObject([{ reason: 'record-total-differs', line: 1 }]);
    const inside = await readSource(geminiCli, [message({ input: 10, output: 5, tool: 3, total: 15 })]);
    expect(inside.events).toMatchObject([{ inputTokens: 10, outputTokens: 5 }]);
    expect(inside.problems).toEqual([]);
  });

  it('takes the project’s folder from the file’s path if the session does not contain it', async () => {
    const events: SourceUsageEvent[] = [];
    const sink = {
      event: (e: SourceUsageEvent) => void events.push(e),
      session: () => undefined,
      problem: () => undefined,
    };
    const bytes = new TextEncoder().encode(message({ input: 1, output: 1, total: 2 }));
    await readFile(geminiCli, inChunks([bytes]), sink, {
      now: testNow,
      path: '.gemini/tmp/my-engine/chats/session-1.json',
    });
    await readFile(geminiCli, inChunks([bytes]), sink, { now: testNow });
    expect(events.map(({ path }) => path)).toEqual(['my-engine', null]);
  });
});
