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
});
