import { describe, expect, it } from 'vitest';
import { readFixture, sourceOf } from './read-fixture';
import { readSource } from './read-source';

describe('a cost that a tool recorded', () => {
  it.each([
    'atif/trajectory.json',
    'cursor-usage/usage-events.csv',
    'gptme/conversation.jsonl',
    'helicone/requests.csv',
    'hermes/state.db',
    'langfuse/observations.csv',
    'langfuse/observations.jsonl',
    'opencode/msg_b01.json',
    'openrouter-activity/activity.csv',
    'shelley/shelley.db',
  ])('is recorded from %s, and never as 0', async (file) => {
    const { events } = await readFixture(file);
    const costs = events.flatMap(({ recordedCostNanoUsd }) => recordedCostNanoUsd ?? []);
    expect(costs.length).toBeGreaterThan(0);
    expect(costs.every((cost) => cost > 0)).toBe(true);
  });

  it('is what was billed to Hermes, else its estimate', async () => {
    const { events } = await readFixture('hermes/state.db');
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd).slice(0, 2)).toEqual([
      40_000_000, 10_000_000,
    ]);
  });

  it('is a price with its sign for Cursor, and missing for calls that the plan includes', async () => {
    const { events } = await readFixture('cursor-usage/usage-events.csv');
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd)).toContain(10_000_000);
    expect(events[0]).not.toHaveProperty('recordedCostNanoUsd');
  });

  it('is 0 for an answer from LiteLLM’s cache, but not for a model without a price', async () => {
    const { events } = await readFixture('litellm/spend-logs.jsonl');
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd)).toEqual([2_000_000, undefined, 0]);
  });

  it('is 0 for a free model of OpenRouter, which sends the bill', async () => {
    const header = 'generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug';
    const row = 'gen-9,2026-03-01T10:00:00Z,0,100,20,meta/llama:free';
    const { events } = await readSource(sourceOf('openrouter-activity'), [`${header}\n${row}\n`]);
    expect(events).toMatchObject([{ recordedCostNanoUsd: 0 }]);
  });

  it('is not 0 for a task of Cline whose model has no price', async () => {
    const text = JSON.stringify({ tokensIn: 10, tokensOut: 2, cacheWrites: 0, cacheReads: 0, cost: 0 });
    const request = { type: 'say', say: 'api_req_started', ts: Date.UTC(2026, 2, 1), text };
    const { events } = await readSource(sourceOf('cline'), [JSON.stringify([request])]);
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty('recordedCostNanoUsd');
  });
});
