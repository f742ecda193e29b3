import { expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { countsOf, readFixture, sourceOf } from './read-fixture';

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
  const { events, problems } = await readFixture(file);
  const best = new BestRecords();
  for (const event of events) best.add(event);
  expect(problems).toEqual([]);
  expect(countsOf(best)).toEqual(counts);
});

it.each(Object.keys(expected))('%s has folders and times, if its tool records them', async (file) => {
  const { limits = [] } = sourceOf(file);
  const { events } = await readFixture(file);
  for (const { path, model, countQuality = 'call' } of events) {
    if (limits.includes('no-project') && !file.startsWith('otlp/')) expect(path).toBeNull();
    if (limits.includes('no-model')) expect(model).toBeNull();
    const isMarked = limits.some((limit) => ['session-totals', 'inexact'].includes(limit));
    if (!isMarked || file.startsWith('continue/')) expect(countQuality).toBe('call');
  }
});
