import { describe, expect, it } from 'vitest';
import { FileHead } from '../../../src/lib/sources/reading/head';
import { mistralVibe } from '../../../src/lib/sources/mistral-vibe';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Mistral Vibe', () => {
  it('counts the sums of a session at its end', async () => {
    const { events, problems } = await readSource(mistralVibe, [fixture('mistral-vibe/meta.json')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        inputTokens: 500,
        cacheReadTokens: 400,
        outputTokens: 60,
        countQuality: 'session-total',
        recordedCostNanoUsd: 4_000_000,
        occurredAt: Date.UTC(2026, 4, 4, 8, 30),
      },
    ]);
  });

  it('recognizes the messages next to it as such', async () => {
    const messages = '{"role":"user","content":"[4]","message_id":"m1"}\n';
    expect(mistralVibe.detect?.(new FileHead(messages, 'messages.jsonl'))).toBe(true);
    expect(await readSource(mistralVibe, [messages])).toMatchObject({ events: [], problems: [] });
  });
});
