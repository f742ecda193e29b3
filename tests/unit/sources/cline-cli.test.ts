import { describe, expect, it } from 'vitest';
import { clineCli } from '../../../src/lib/sources/cline-cli';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Cline CLI', () => {
  it('counts each call once, and what compaction removed', async () => {
    const { events, problems } = await readSource(clineCli, [fixture('cline-cli/7.messages.json')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 200, cacheReadTokens: 600, cacheWrite5mTokens: 100, recordedCostNanoUsd: 250_000_000 },
      { inputTokens: 150, cacheReadTokens: 50, outputTokens: 20, countQuality: 'session-total' },
    ]);
  });

  it('leaves out the sum of a task that it continues, because the task’s own file has its calls', async () => {
    const { events, problems } = await readSource(clineCli, [fixture('cline-cli/resumed.messages.json')]);
    expect(events).toMatchObject([{ inputTokens: 200, outputTokens: 50, provider: 'cline' }]);
    expect(problems).toMatchObject([{ reason: 'cline-earlier-task' }]);
  });

  it('reads the folder from the document next to the messages, and counts none of its sums', async () => {
    const { events, sessions } = await readSource(clineCli, [fixture('cline-cli/7.json')]);
    expect(events).toEqual([]);
    expect(sessions).toMatchObject([{ sessionId: '7', beganIn: '/home/ada/engine' }]);
  });
});
