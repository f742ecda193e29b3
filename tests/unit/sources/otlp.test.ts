import { describe, expect, it } from 'vitest';
import { otlp } from '../../../src/lib/sources/otlp';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('OTLP JSON', () => {
  it.each(['traces.json', 'traces.jsonl'])(
    'counts the calls in %s, not the agent around them',
    async (name) => {
      const { events, problems } = await readSource(otlp, [fixture(`otlp/${name}`)]);
      expect(problems).toEqual([]);
      expect(events).toMatchObject([
        {
          dedupeKey: 'otlp:5b8efff798038103d269b633813fc60c:eee19b7ec3c1b172',
          inputTokens: 400,
          cacheReadTokens: 500,
          cacheWrite5mTokens: 100,
          outputTokens: 100,
          reasoningTokens: 20,
          path: 'analysis-service',
          model: 'claude-opus-4-5',
          provider: 'anthropic',
          occurredAt: Date.UTC(2026, 5, 5, 12, 0, 1),
        },
        { inputTokens: 1000, cacheReadTokens: 1000, outputTokens: 200 },
      ]);
    },
  );

  it('counts the innermost of spans that do not say what they do', async () => {
    const text = new TextDecoder().decode(fixture('otlp/traces.json'));
    const silent = text.replaceAll('gen_ai.operation.name', 'other').replaceAll('"spanId": "', '"spanId": "');
    const { events } = await readSource(otlp, [silent]);
    expect(events.map(({ outputTokens }) => outputTokens)).toEqual([100, 200]);
  });
});
