import { describe, expect, it } from 'vitest';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { sourceById } from '../../../src/lib/sources/registry';
import type { Source } from '../../../src/lib/sources/source';
import { readSource, type Reading } from './read-source';
import { fixture } from './support/fixtures';

const sourceOf = (file: string): Source => {
  const source = sourceById(file.split('/')[0] ?? '');
  if (source === null) throw new Error(`no source reads ${file}`);
  return source;
};
const read = (file: string, path = file): Promise<Reading> =>
  readSource(sourceOf(file), [fixture(file)], { path, modifiedAt: Date.UTC(2026, 2, 2, 12) });

/** Input, cache reads, cache writes, output, and the reasoning included in it. */
const countsOf = (events: Iterable<SourceUsageEvent>): number[][] =>
  [...events].map((event) => [
    event.inputTokens,
    event.cacheReadTokens,
    event.cacheWrite5mTokens,
    event.outputTokens,
    event.reasoningTokens,
  ]);

/** The content of each fixture: input and output as its tool means them, worked out by hand. */
const expected: Record<string, number[][]> = {
  'anythingllm/anythingllm.db': [
    [300, 0, 0, 40, 0],
    [100, 0, 0, 10, 0],
  ],
  'atif/trajectory.json': [
    [100, 4000, 900, 60, 0],
    [70, 0, 0, 6, 0],
  ],
  'amp/T-2.json': [[12, 900, 40, 70, 0]],
  'cherry-studio/data.json': [
    [300, 0, 0, 40, 0],
    [70, 0, 0, 8, 0],
  ],
  'cloudflare-gateway/logs.json': [[900, 0, 0, 50, 0]],
  'copilot-chat/chat.jsonl': [
    [9000, 0, 0, 120, 0],
    [400, 0, 0, 20, 0],
  ],
  'copilot-chat/newer.jsonl': [[8000, 0, 0, 110, 0]],
  'copilot-traces/agent-traces.db': [
    [300, 600, 100, 80, 30],
    [70, 0, 0, 8, 0],
  ],
  'codewhale/9a4e.json': [[5200, 0, 0, 0, 0]],
  'mistral-vibe/meta.json': [[500, 400, 0, 60, 0]],
  'mistral-vibe/messages.jsonl': [],
  'mistral-vibe/projection-state.json': [[500, 700, 0, 80, 0]],
  'opencode/second.db': [
    [10, 4000, 250, 60, 0],
    [400, 600, 0, 70, 30],
  ],
  'openhands/base_state.json': [
    [100, 600, 300, 60, 10],
    [500, 1000, 0, 30, 0],
    [70, 0, 0, 8, 0],
  ],
  'piebald/app.db': [
    [12, 4000, 300, 60, 20],
    [400, 600, 0, 110, 30],
  ],
  'posit-assistant/lm-messages.jsonl': [[10, 4000, 100, 50, 0]],
  'posit-assistant/usage-events.jsonl': [[2, 4110, 0, 1, 0]],
  'poolside/trajectory-standalone_p1.ndjson': [
    [300, 600, 100, 50, 0],
    [70, 0, 0, 8, 0],
  ],
  'quick-desktop/metrics-2026-03-02.jsonl': [
    [900, 0, 0, 50, 0],
    [70, 0, 0, 8, 0],
  ],
  'copilot-cli/session-store.db': [
    [300, 600, 100, 80, 30],
    [100, 1400, 0, 20, 0],
    [200, 0, 0, 10, 0],
  ],
  'droid/d5a1.settings.json': [[40, 80_000, 3000, 900, 300]],
  'dsh/session.jsonl': [
    [12, 500, 40, 90, 20],
    [3, 0, 0, 4, 0],
  ],
  'forge/forge.db': [
    [300, 600, 0, 50, 0],
    [0, 0, 0, 5, 0],
  ],
  'gptme/conversation.jsonl': [[12, 4000, 300, 60, 0]],
  'hermes/state.db': [
    [120, 4000, 300, 80, 30],
    [500, 0, 0, 40, 0],
    [100, 0, 0, 10, 0],
    [200, 600, 0, 20, 10],
    [70, 0, 0, 7, 0],
  ],
  'junie/events.jsonl': [
    [3, 18_688, 424, 186, 0],
    [100, 0, 0, 50, 0],
    [100, 0, 0, 50, 0],
  ],
  'kimi-cli/wire.jsonl': [
    [900, 5000, 0, 40, 0],
    [60, 5900, 0, 10, 0],
  ],
  'langsmith/runs.jsonl': [
    [300, 600, 0, 50, 20],
    [30, 0, 0, 6, 0],
  ],
  'librechat/transactions.json': [
    [12, 4000, 300, 0, 0],
    [0, 0, 0, 60, 0],
    [80, 0, 0, 0, 0],
  ],
  'llm/logs.db': [
    [400, 600, 0, 80, 30],
    [12, 4000, 300, 60, 0],
  ],
  'lingtai/token_ledger.jsonl': [
    [400, 600, 0, 80, 30],
    [200, 0, 0, 10, 0],
  ],
  'lm-studio/1.conversation.json': [
    [300, 0, 0, 40, 0],
    [300, 0, 0, 25, 0],
  ],
  'mlflow/mlflow.db': [[300, 600, 0, 50, 0]],
  'mlflow/trace.json': [[40, 10, 0, 9, 0]],
  'mux/chat.jsonl': [[100, 4000, 900, 60, 20]],
  'ollama/responses.jsonl': [
    [70, 0, 0, 30, 0],
    [0, 0, 0, 8, 0],
  ],
  'open-webui/chats.json': [
    [70, 0, 0, 30, 0],
    [80, 0, 0, 40, 12],
  ],
  'open-webui/versions.json': [
    [26, 0, 0, 298, 0],
    [80, 0, 0, 40, 0],
    [400, 600, 0, 70, 30],
    [90, 0, 0, 15, 5],
    [12, 400, 50, 30, 0],
  ],
  'open-webui/webui.db': [[300, 600, 0, 50, 0]],
  'otlp/openinference.json': [[300, 600, 0, 50, 20]],
  'portkey/logs.csv': [
    [900, 0, 0, 50, 0],
    [70, 0, 0, 8, 0],
  ],
  'shelley/shelley.db': [
    [12, 4000, 300, 60, 0],
    [7, 0, 0, 1, 0],
  ],
  'vercel-report/report.csv': [
    [4100, 4000, 900, 600, 0],
    [1000, 0, 0, 90, 30],
  ],
  'weave/calls.jsonl': [
    [300, 600, 0, 50, 0],
    [12, 4000, 0, 60, 0],
  ],
  'workbuddy/4b1c.jsonl': [
    [400, 600, 0, 80, 30],
    [100, 300, 0, 3, 0],
    [7, 900, 20, 50, 0],
  ],
  'zerostack/5b1c.json': [[900, 0, 0, 70, 0]],
  'zcode/zcode.db': [[300, 600, 100, 80, 30]],
  'zed/threads.db': [
    [30, 4000, 300, 90, 0],
    [150, 0, 0, 15, 0],
    [73, 70, 0, 10, 0],
  ],
};

it.each(Object.entries(expected))('%s has its counts', async (file, counts) => {
  const { events, problems } = await read(file);
  const best = new BestRecords();
  for (const event of events) best.add(event);
  expect(problems).toEqual([]);
  expect(countsOf(best)).toEqual(counts);
});

it.each(Object.keys(expected))('%s has folders and times, if its tool records them', async (file) => {
  const { limits = [] } = sourceOf(file);
  const { events } = await read(file);
  for (const { path, model, countQuality = 'call' } of events) {
    if (limits.includes('no-project') && !file.startsWith('otlp/')) expect(path).toBeNull();
    if (limits.includes('no-model')) expect(model).toBeNull();
    const isMarked = limits.some((limit) => ['session-totals', 'inexact'].includes(limit));
    if (!isMarked || file.startsWith('continue/')) expect(countQuality).toBe('call');
  }
});

describe('Goose', () => {
  it('counts a row of its ledger once, and the rest of the session’s sum separately', async () => {
    const { events } = await read('goose/sessions.db');
    expect(countsOf(events)).toEqual([
      [1000, 0, 0, 100, 0],
      [200, 0, 0, 30, 0],
      [100, 200, 0, 20, 0],
      [100, 0, 0, 10, 0],
    ]);
    expect(events).toMatchObject([
      { countQuality: 'session-total', recordedCostNanoUsd: 20_000_000, model: 'claude-sonnet-4-5' },
      { countQuality: 'session-total' },
      { llmMode: 'local', path: '/home/ada/engine' },
      { recordedCostNanoUsd: 500_000 },
    ]);
  });
});

describe('Hermes', () => {
  it('replaces the sum of a session by those of its models and tasks', async () => {
    const { events } = await read('hermes/state.db');
    const ofModels = events.filter(({ sessionId }) => sessionId === 'h4');
    const [first] = ofModels;
    expect(ofModels.map(({ model }) => model)).toEqual(['gpt-5-mini', 'gpt-5', 'gpt-5-mini']);
    const asBefore = { ...first!, inputTokens: 300, cacheReadTokens: 600, precedence: 0 };
    const best = new BestRecords();
    for (const event of [asBefore, ...ofModels, asBefore]) best.add(event);
    expect(countsOf(best)).toEqual(countsOf(ofModels));
  });
});

describe('Goose before its database', () => {
  it('counts the sum in the first line of a session, under the key that the database uses too', async () => {
    const { events, problems } = await read('goose/20250720_101500.jsonl');
    expect(problems).toEqual([]);
    expect(countsOf(events)).toEqual([[2000, 0, 0, 200, 0]]);
    expect(events).toMatchObject([
      {
        sessionId: '20250720_101500',
        path: '/home/ada/older',
        occurredAt: 1_752_999_300_000,
        countQuality: 'session-total',
      },
    ]);
  });

  it('does not mistake the last request for the sum', async () => {
    const line = '{"working_dir":"/home/ada","message_count":2,"total_tokens":70,"input_tokens":60}\n';
    const { events, problems } = await readSource(sourceOf('goose/'), [line], { path: 'a.jsonl' });
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ line: 1 }]);
  });
});

describe('Copilot CLI’s store', () => {
  it('replaces the sums of its session’s events by calls, also when it has grown since', async () => {
    const { events } = await read('copilot-cli/session-store.db');
    const sums = events.filter(({ precedence }) => precedence !== undefined);
    expect(sums.map(({ dedupeKey }) => dedupeKey)).toEqual([
      'copilot-cli:s-store:claude-sonnet-4.5',
      'copilot-cli:s-store:gpt-5-mini',
    ]);
    const [first, second] = events;
    const ofEvents = { ...second!, inputTokens: 400, countQuality: 'session-total' as const, precedence: 0 };
    const ofEarlierStore = { ...first!, dedupeKey: second!.dedupeKey, precedence: 1 };
    const best = new BestRecords();
    for (const event of [...events, ofEvents, ofEarlierStore]) best.add(event);
    expect(countsOf(best)).toEqual(expected['copilot-cli/session-store.db']);
  });
});

describe('Crush', () => {
  it('counts the cost of a session with its children, and reports that its tokens are unknown', async () => {
    const { events, problems } = await read('crush/crush.db', 'home/ada/engine/.crush/crush.db');
    expect(events).toMatchObject([
      {
        countQuality: 'cost-only',
        recordedCostNanoUsd: 350_000_000,
        path: 'home/ada/engine',
        model: 'gpt-5',
      },
    ]);
    expect(countsOf(events)).toEqual([[0, 0, 0, 0, 0]]);
    expect(problems).toHaveLength(1);
  });
});

describe('Warp', () => {
  it('keeps an unsplit total as such, unpriced', async () => {
    const { events } = await read('warp/warp.db');
    expect(events).toMatchObject([
      { inputTokens: 5000, countQuality: 'total-only', path: '/home/ada/engine' },
      { inputTokens: 700, countQuality: 'total-only' },
      { inputTokens: 90, countQuality: 'total-only', model: 'own' },
    ]);
  });
});

describe('Continue', () => {
  it('counts a call in both its lines and its database once, and equal calls separately', async () => {
    const best = new BestRecords();
    for (const file of ['continue/tokensGenerated.jsonl', 'continue/devdata.db'])
      for (const event of (await read(file)).events) best.add(event);
    expect(countsOf(best).toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0))).toEqual([
      [1200, 0, 0, 40, 0],
      [500, 0, 0, 20, 0],
      [90, 0, 0, 10, 0],
      [60, 0, 0, 5, 0],
      [60, 0, 0, 5, 0],
    ]);
  });
});

describe('Continue’s proxy and earlier versions', () => {
  it('count once although lines and database name the call differently', async () => {
    const model = 'ada/models/anthropic/claude-sonnet-4-5';
    const counts = '"promptTokens":12,"generatedTokens":3';
    const line = (provider: string) =>
      `{"timestamp":"2026-03-02T09:00:00.400Z","model":"${model}","provider":"${provider}",${counts}}\n`;
    const readLine = async (text: string) => readSource(sourceOf('continue/'), [text]);
    const [proxy, behind] = await Promise.all(
      ['continue-proxy', 'anthropic'].map((name) => readLine(line(name))),
    );
    expect(proxy!.events).toEqual(behind!.events);
  });

  it('say where calls without a time can be found with one', async () => {
    const line = '{"model":"m","provider":"ollama","promptTokens":12,"generatedTokens":3}\n';
    const { events, problems } = await readSource(sourceOf('continue/'), [line]);
    expect(events).toEqual([]);
    expect(problems[0]?.reason).toBe('calls-without-time');
  });
});

describe('Aider’s history', () => {
  it('marks all counts as rounded, keeps the printed date, and uses the cost of a message', async () => {
    const { events } = await read('aider-history/history.txt', 'ada/engine/.aider.chat.history.md');
    expect(countsOf(events)).toEqual([
      [1200, 0, 1100, 450, 0],
      [7000, 5000, 0, 300, 0],
      [10_466, 0, 0, 637, 0],
      [800, 0, 0, 12, 0],
    ]);
    expect(events).toMatchObject([
      { countQuality: 'rounded', granularity: 'day', path: 'ada/engine', recordedCostNanoUsd: 20_000_000 },
      { countQuality: 'rounded', model: 'anthropic/claude-sonnet-4-5' },
      { model: 'gpt-4', occurredAt: Date.UTC(2024, 7, 6), recordedCostNanoUsd: 40_000_000 },
      {},
    ]);
    // Exact counts still have a cost that is rounded to cents.
    expect(events.every(({ countQuality }) => countQuality === 'rounded')).toBe(true);
  });
});

describe('SWE-agent', () => {
  it('dates a run by its file, and reports that', async () => {
    const { events, problems } = await read('swe-agent/acme__engine-1.traj');
    expect(events).toMatchObject([
      {
        inputTokens: 52_000,
        occurredAt: Date.UTC(2026, 2, 2, 12),
        model: 'gpt-4o',
        countQuality: 'session-total',
      },
    ]);
    expect(problems).toHaveLength(1);
  });
});

describe('Copilot CLI', () => {
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
    const { events } = await readSource(sourceOf('copilot-cli'), [lines.join('\n')]);
    expect(events).toMatchObject([{ inputTokens: 350, outputTokens: 2 }]);
  });
});

describe('Kimi Code', () => {
  it('counts two calls that end in the same millisecond with the same counts', async () => {
    const line = JSON.stringify({
      type: 'usage.record',
      time: Date.UTC(2026, 2, 1),
      model: 'k',
      usage: { inputOther: 5, output: 1 },
    });
    const { events } = await readSource(sourceOf('kimi-code'), [`${line}\n${line}`]);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });
});

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
    const { events } = await read(file);
    const costs = events.flatMap(({ recordedCostNanoUsd }) => recordedCostNanoUsd ?? []);
    expect(costs.length).toBeGreaterThan(0);
    expect(costs.every((cost) => cost > 0)).toBe(true);
  });

  it('is what was billed to Hermes, else its estimate', async () => {
    const { events } = await read('hermes/state.db');
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd).slice(0, 2)).toEqual([
      40_000_000, 10_000_000,
    ]);
  });

  it('is a price with its sign for Cursor, and missing for calls that the plan includes', async () => {
    const { events } = await read('cursor-usage/usage-events.csv');
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd)).toContain(10_000_000);
    expect(events[0]).not.toHaveProperty('recordedCostNanoUsd');
  });

  it('is 0 for an answer from LiteLLM’s cache, but not for a model without a price', async () => {
    const { events } = await read('litellm/spend-logs.jsonl');
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
