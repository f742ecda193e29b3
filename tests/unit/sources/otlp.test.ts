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

  it('counts the innermost of spans without an operation name', async () => {
    const text = new TextDecoder().decode(fixture('otlp/traces.json'));
    const silent = text.replaceAll('gen_ai.operation.name', 'other').replaceAll('"spanId": "', '"spanId": "');
    const { events } = await readSource(otlp, [silent]);
    expect(events.map(({ outputTokens }) => outputTokens)).toEqual([100, 200]);
  });

  it('ignores what surrounds a call, at any depth', async () => {
    const count = (key: string, intValue: string): object => ({ key, value: { intValue } });
    const usage = [count('gen_ai.usage.input_tokens', '10'), count('gen_ai.usage.output_tokens', '5')];
    const span = (spanId: string, parentSpanId: string, attributes: object[]): object => ({
      traceId: 't',
      spanId,
      parentSpanId,
      startTimeUnixNano: '1780660800000000000',
      attributes,
    });
    const spans = [
      span('agent', '', usage),
      span('step', 'agent', []),
      span('tool', 'step', []),
      span('call', 'tool', usage),
    ];
    const text = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
    const { events } = await readSource(otlp, [text]);
    expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual(['otlp:t:call']);
  });

  it('subtracts cache tokens from the input unless the total shows that they are separate', async () => {
    const attribute = ([name, count]: [string, number]): object => ({
      key: `gen_ai.usage.${name}`,
      value: { intValue: `${count}` },
    });
    const read = async (total: number): Promise<(number | undefined)[]> => {
      const usage = {
        input_tokens: 100,
        output_tokens: 5,
        'cache_read.input_tokens': 60,
        'cache_creation.input_tokens': 20,
        total_tokens: total,
      };
      const attributes = Object.entries(usage).map(attribute);
      const span = { traceId: 't', spanId: 's', startTimeUnixNano: '1780660800000000000', attributes };
      const { events } = await readSource(otlp, [
        JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
      ]);
      return [events[0]?.inputTokens, events[0]?.cacheReadTokens, events[0]?.cacheWrite5mTokens];
    };
    expect(await read(105)).toEqual([20, 60, 20]);
    expect(await read(0)).toEqual([20, 60, 20]);
    expect(await read(185)).toEqual([100, 60, 20]);
  });
});
