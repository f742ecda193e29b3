import { describe, expect, it } from 'vitest';
import { cline } from '../../../src/lib/sources/cline';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Cline', () => {
  it('counts requests and removed requests, but no running one; input excludes cache tokens', async () => {
    const { events, problems } = await readSource(cline, [fixture('cline/ui_messages.json')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 100, cacheReadTokens: 400, cacheWrite5mTokens: 30, recordedCostNanoUsd: 5_000_000 },
      { inputTokens: 0, cacheReadTokens: 80, cacheWrite5mTokens: 70, path: '/home/ada/engine' },
      { inputTokens: 40, countQuality: 'session-total' },
    ]);
  });

  it('leaves out calls that Cline copied back from a session, because the session’s own file has them', async () => {
    const { events, problems } = await readSource(cline, [fixture('cline/resumed.json')]);
    expect(events).toMatchObject([{ inputTokens: 100, outputTokens: 20 }]);
    expect(problems).toMatchObject([{ reason: 'cline-copied-calls' }]);
  });

  it('counts what Roo Code paid to condense a task, of which it records no tokens', async () => {
    const { events, problems } = await readSource(cline, [fixture('cline/condensed.json')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 400 },
      { inputTokens: 0, outputTokens: 0, recordedCostNanoUsd: 12_000_000, countQuality: 'cost-only' },
    ]);
  });

  it('subtracts the cache tokens from Roo Code’s input', async () => {
    const { events } = await readSource(cline, [fixture('cline/roo.json')]);
    expect(events).toMatchObject([{ inputTokens: 300, cacheReadTokens: 600, cacheWrite5mTokens: 100 }]);
  });

  it.each([
    ['anthropic', Date.UTC(2025, 9, 30), 600, 1000],
    ['openai', Date.UTC(2025, 9, 30), 600, 400],
    ['anthropic', Date.UTC(2025, 9, 31), 600, 400],
    ['anthropic', Date.UTC(2025, 9, 31), 1600, 1000],
  ])('reads %s at %d with %d cache reads as input of %d', async (apiProtocol, ts, cacheReads, input) => {
    const text = JSON.stringify({ apiProtocol, tokensIn: 1000, tokensOut: 1, cacheReads });
    const { events } = await readSource(cline, [
      JSON.stringify([{ ts, type: 'say', say: 'api_req_started', text }]),
    ]);
    expect(events).toMatchObject([{ inputTokens: input, cacheReadTokens: cacheReads }]);
  });

  it('uses one request to decide how the whole task is read', async () => {
    const request = (ts: number, cacheReads: number) => ({
      ts,
      type: 'say',
      say: 'api_req_started',
      text: JSON.stringify({ apiProtocol: 'anthropic', tokensIn: 1000, tokensOut: 1, cacheReads }),
    });
    const day = Date.UTC(2026, 0, 5);
    const { events } = await readSource(cline, [JSON.stringify([request(day, 500), request(day + 1, 5000)])]);
    expect(events.map(({ inputTokens }) => inputTokens)).toEqual([1000, 1000]);
  });
});
