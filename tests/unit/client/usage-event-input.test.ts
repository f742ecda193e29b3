import { expect, it } from 'vitest';
import { toNewUsageEvent } from '../../../src/lib/client/usage-event-input';

const now = Date.UTC(2026, 10, 23, 12);
const event = {
  projectId: 'alpha',
  eventType: 'chat',
  llmMode: 'cloud',
  promptTokens: 100,
  completionTokens: 20,
};

it('subtracts the cache tokens from the prompt, which includes them', () => {
  const counters = {
    cacheReadTokens: 50,
    cacheWrite5mTokens: 20,
    cacheWrite1hTokens: 10,
    reasoningTokens: 5,
  };
  expect(toNewUsageEvent({ ...event, ...counters, totalTokens: 120 }, now)).toMatchObject({
    ...counters,
    inputTokens: 20,
    outputTokens: 20,
    occurredAt: now,
    provider: null,
    model: null,
  });
});

it('creates an id, or keeps the given one', () => {
  expect(toNewUsageEvent(event, now).id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(toNewUsageEvent({ ...event, id: 'mine' }, now).id).toBe('mine');
});

it('accepts a time as milliseconds, Date or ISO string', () => {
  const times = [now, new Date(now), '2026-11-23T12:00:00Z', '2026-11-23T13:00:00+01:00'];
  for (const occurredAt of times) expect(toNewUsageEvent({ ...event, occurredAt }, now).occurredAt).toBe(now);
});

it.each([
  ['cache tokens above the prompt', { cacheReadTokens: 101 }, 'Cache tokens are part of promptTokens'],
  [
    'a total that is not the sum',
    { totalTokens: 121 },
    'totalTokens must be promptTokens + completionTokens',
  ],
  ['reasoning above the output', { reasoningTokens: 21 }, 'reasoningTokens is a part of completionTokens'],
  ['a negative count', { promptTokens: -1 }, 'promptTokens must be a whole number'],
  ['a fraction', { completionTokens: 0.5 }, 'completionTokens must be a whole number'],
  ['a number as text', { promptTokens: '100' }, 'promptTokens must be a whole number'],
  ['no prompt count', { promptTokens: undefined }, 'promptTokens is missing'],
  ['an unknown mode', { llmMode: 'edge' }, 'llmMode must be “local” or “cloud”'],
  ['no project', { projectId: '' }, 'projectId must not be empty'],
  ['seconds for milliseconds', { occurredAt: now / 1000 }, 'occurredAt must lie between 2020'],
  ['a time that is none', { occurredAt: 'yesterday' }, 'occurredAt must be UTC milliseconds'],
  ['a time in the future', { occurredAt: now + 3 * 86_400_000 }, 'occurredAt must lie between 2020'],
])('refuses %s with an explanation', (_, change, sentence) => {
  expect(() => toNewUsageEvent({ ...event, ...change }, now)).toThrow(
    expect.objectContaining({ code: 'BadInput', message: expect.stringContaining(sentence) as string }),
  );
});

it.each([[undefined], [null], ['text'], [42]])('refuses %s as an event', (value) => {
  expect(() => toNewUsageEvent(value, now)).toThrow(expect.objectContaining({ code: 'BadInput' }));
});

it('rejects with BadInput when a getter throws', () => {
  const hostile = {
    ...event,
    get model(): string {
      throw new Error('mine');
    },
  };
  expect(() => toNewUsageEvent(hostile, now)).toThrow(expect.objectContaining({ code: 'BadInput' }));
});
