import { describe, expect, it } from 'vitest';
import { grokBuild } from '../../../src/lib/sources/grok-build';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Grok Build', () => {
  it('counts the last record of each turn', async () => {
    const { events, problems } = await readSource(grokBuild, [fixture('grok-build/updates.jsonl')], {
      path: '.grok/sessions/%2Fhome%2Fada%2Fengine/s1/updates.jsonl',
    });
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 150, cacheReadTokens: 150, outputTokens: 40, reasoningTokens: 12, model: 'grok-code-2' },
      { inputTokens: 80, outputTokens: 8, path: '/home/ada/engine', sessionId: 's1' },
    ]);
  });

  it('reports a session without usage, and ignores gauges', async () => {
    const line = {
      method: 'session/update',
      params: { update: { totalTokens: 12_345 } },
      timestamp: 1767225600,
    };
    const { events, problems } = await readSource(grokBuild, [JSON.stringify(line)]);
    expect(events).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
