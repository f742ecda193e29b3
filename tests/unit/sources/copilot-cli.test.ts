import { describe, expect, it } from 'vitest';
import { copilotCli } from '../../../src/lib/sources/copilot-cli';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Copilot CLI', () => {
  it('counts the last sum of each model of a session', async () => {
    const { events, sessions, problems } = await readSource(copilotCli, [
      fixture('copilot-cli/events.jsonl'),
    ]);
    expect(problems).toEqual([]);
    const session = 'c0b11070-0000-4000-8000-000000000001';
    expect(sessions).toEqual([
      { sessionId: session, beganAt: Date.UTC(2026, 5, 4, 7), beganIn: '/home/ada/engine' },
    ]);
    expect(events).toMatchObject([
      {
        dedupeKey: `copilot-cli:${session}:claude-sonnet-4.6`,
        inputTokens: 2500,
        cacheReadTokens: 6000,
        cacheWrite5mTokens: 500,
        outputTokens: 700,
        reasoningTokens: 200,
        occurredAt: Date.UTC(2026, 5, 4, 9, 30),
        path: '/home/ada/engine/part',
      },
      { dedupeKey: `copilot-cli:${session}:gpt-5.2`, inputTokens: 1000, outputTokens: 90 },
    ]);
  });

  it('reports that an unfinished session is not counted yet', async () => {
    const text = new TextDecoder().decode(fixture('copilot-cli/events.jsonl'));
    const running = await readSource(copilotCli, [text.split('\n').slice(0, 6).join('\n')]);
    expect(running.events).toMatchObject([{ inputTokens: 2000, cacheReadTokens: 3000 }]);
    expect(running.problems).toMatchObject([{ line: 6 }]);
  });

  const shutdown = (input: number, at: string): string =>
    JSON.stringify({
      type: 'session.shutdown',
      timestamp: at,
      data: { modelMetrics: { m: { usage: { inputTokens: input, outputTokens: 1 } } } },
    });

  it('uses the last of growing sums, and adds one that restarted', async () => {
    const lines = [
      '{"type":"session.start","timestamp":"2026-03-01T09:00:00Z","data":{"sessionId":"s"}}',
      shutdown(100, '2026-03-01T09:10:00Z'),
      shutdown(300, '2026-03-01T09:20:00Z'),
      shutdown(50, '2026-03-01T09:30:00Z'),
    ];
    const { events } = await readSource(copilotCli, [lines.join('\n')]);
    expect(events).toMatchObject([{ inputTokens: 350, outputTokens: 2 }]);
  });
});
