import { describe, expect, it } from 'vitest';
import { detectSource, sourceById } from '../../../src/lib/sources/registry';
import { FileHead } from '../../../src/lib/sources/reading/head';
import type { Source } from '../../../src/lib/sources/source';
import { readSource, type Reading } from './read-source';
import { fixture } from './support/fixtures';
import { makeDatabase } from './support/make-database';

const sourceOf = (id: string): Source => {
  const source = sourceById(id);
  if (source === null) throw new Error(`no source ${id}`);
  return source;
};
const read = (id: string, ...chunks: (Uint8Array | string)[]): Promise<Reading> =>
  readSource(sourceOf(id), chunks, { modifiedAt: Date.UTC(2026, 2, 2, 12) });

describe('Codex CLI', () => {
  const usage = (input: number, written: number | undefined, output: number) => ({
    input_tokens: input,
    cached_input_tokens: 600,
    ...(written !== undefined && { cache_write_input_tokens: written }),
    output_tokens: output,
    reasoning_output_tokens: 0,
    total_tokens: input + output,
  });
  const rollout = (written: number | undefined): string => {
    const info = { total_token_usage: usage(1000, written, 80), last_token_usage: usage(1000, written, 80) };
    const timestamp = '2026-03-01T09:00:00.000Z';
    return [
      { timestamp, type: 'session_meta', payload: { id: 'c1', cwd: '/home/ada/engine' } },
      { timestamp, type: 'event_msg', payload: { type: 'token_count', info } },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  };

  it('separates what was written to the cache, which its input includes', async () => {
    const { events } = await read('codex-cli', rollout(300));
    expect(events).toMatchObject([
      { inputTokens: 100, cacheReadTokens: 600, cacheWrite5mTokens: 300, outputTokens: 80 },
    ]);
  });

  it('takes a token that was read and written as read', async () => {
    const { events } = await read('codex-cli', rollout(500));
    expect(events).toMatchObject([{ inputTokens: 0, cacheReadTokens: 600, cacheWrite5mTokens: 400 }]);
  });

  it('identifies a call as before, so that an earlier import of the same log counts once', async () => {
    const [older, newer] = await Promise.all([
      read('codex-cli', rollout(undefined)),
      read('codex-cli', rollout(300)),
    ]);
    expect(newer.events.map(({ dedupeKey }) => dedupeKey)).toEqual(
      older.events.map(({ dedupeKey }) => dedupeKey),
    );
  });
});

describe('OpenCode’s second version', () => {
  const tables = `CREATE TABLE session(id, directory, time_created);
    CREATE TABLE message(id, session_id, data);
    CREATE TABLE session_message(id, session_id, type, data);`;
  const tokens = { input: 100, output: 50, reasoning: 20, cache: { read: 0, write: 0 } };
  const time = { created: 1_780_826_400_123, completed: 1_780_826_409_000 };
  const first = { role: 'assistant', modelID: 'm', providerID: 'p', time, tokens: { ...tokens, total: 150 } };
  const second = { model: { id: 'm', providerID: 'p' }, time, tokens };
  const insert = (table: string, values: readonly string[]): string =>
    `INSERT INTO ${table} VALUES (${values.map((value) => `'${value}'`).join(',')});`;

  it('counts a message once that it copied from the first, as the first one’s total says', async () => {
    const sql = `${tables}
      ${insert('message', ['msg_1', 'ses_1', JSON.stringify(first)])}
      ${insert('session_message', ['evt_legacy_backfill_m_1', 'ses_1', 'assistant', JSON.stringify(second)])}`;
    const { events, problems } = await read('opencode', await makeDatabase(sql));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([{ inputTokens: 100, outputTokens: 50, reasoningTokens: 20 }]);
  });

  it('never includes reasoning in the output, and names the folder of a session', async () => {
    const { events, sessions } = await read('opencode', fixture('opencode/second.db'));
    expect(events).toMatchObject([
      {
        model: 'claude-sonnet-4-5',
        provider: 'anthropic',
        path: '/home/ada/engine',
        recordedCostNanoUsd: 20_000_000,
      },
      { model: 'gpt-5', provider: 'openai', outputTokens: 70, reasoningTokens: 30 },
    ]);
    expect(sessions).toMatchObject([{ sessionId: 'ses_b01', beganIn: '/home/ada/engine' }]);
  });
});

describe('Continue’s command line', () => {
  const session = (usage: object | undefined, workspaceDirectory = '/home/ada/engine'): string =>
    JSON.stringify({ sessionId: 's1', title: '', workspaceDirectory, history: [], usage });
  const usage = (promptTokens: number, cachedTokens: number, cacheWriteTokens: number) => ({
    totalCost: 0,
    promptTokens,
    completionTokens: 60,
    promptTokensDetails: { cachedTokens, cacheWriteTokens },
  });

  it('counts a session with its folder and cost, dated by its file', async () => {
    const { events, problems } = await read('continue', fixture('continue/session.json'));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        inputTokens: 500,
        cacheReadTokens: 400,
        outputTokens: 60,
        path: '/home/ada/engine',
        occurredAt: Date.UTC(2026, 2, 2, 12),
        countQuality: 'session-total',
        recordedCostNanoUsd: 12_300_000,
      },
    ]);
  });

  it.each([
    ['inclusive without cache writes', usage(900, 400, 0), [500, 400, 0]],
    ['exclusive with cache writes, as only Anthropic’s models have', usage(900, 400, 30), [900, 400, 30]],
    ['exclusive if the cache is larger', usage(900, 4000, 0), [900, 4000, 0]],
  ])('reads its prompt as %s', async (_name, counts, expected) => {
    const { events } = await read('continue', session(counts));
    expect(events).toHaveLength(1);
    const [event] = events;
    expect([event?.inputTokens, event?.cacheReadTokens, event?.cacheWrite5mTokens]).toEqual(expected);
  });

  it('says where the calls of an editor’s session are, and nothing for the list of sessions', async () => {
    const { events, problems } = await read('continue', session(undefined));
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'continue-editor-sessions', line: 1 }]);
    const list = JSON.stringify([
      { sessionId: 's1', title: '', dateCreated: '1772442000000', workspaceDirectory: '/home/ada' },
    ]);
    expect(detectSource(new FileHead(list, 'sessions.json'))?.id).toBe('continue');
    expect(await read('continue', list)).toEqual({ events: [], sessions: [], problems: [] });
  });

  it('reads a folder that is an address', async () => {
    const { events } = await read('continue', session(usage(9, 0, 0), 'file:///home/ada/my%20engine'));
    expect(events).toMatchObject([{ path: '/home/ada/my engine' }]);
  });
});

describe('OpenHands’ command line', () => {
  it('has the time and cost of each call from its list of costs, if there is one for each', async () => {
    const { events } = await read('openhands', fixture('openhands/base_state.json'));
    expect(events).toMatchObject([
      { occurredAt: 1_772_442_001_500, recordedCostNanoUsd: 20_000_000, path: '/home/ada/engine' },
      {
        occurredAt: 1_772_442_061_250,
        recordedCostNanoUsd: 10_000_000,
        model: 'anthropic/claude-sonnet-4-5',
      },
      { occurredAt: Date.UTC(2026, 2, 2, 12), model: 'openai/gpt-5-mini' },
    ]);
  });

  it('counts a subagent’s calls once, although its own file and that of its parent list them', async () => {
    const state = (id: string, uses: Record<string, string[]>) =>
      JSON.stringify({
        id,
        agent: {},
        stats: {
          usage_to_metrics: Object.fromEntries(
            Object.entries(uses).map(([use, ids]) => [
              use,
              { token_usages: ids.map((response_id) => ({ prompt_tokens: 9, response_id })) },
            ]),
          ),
        },
      });
    const child = await read('openhands', state('child', { agent: ['chatcmpl-0123456789abcdef', 'r1'] }));
    const parent = await read(
      'openhands',
      state('parent', {
        agent: ['chatcmpl-fedcba9876543210', 'r1'],
        'task:1': ['chatcmpl-0123456789abcdef'],
      }),
    );
    const keys = [...child.events, ...parent.events].map(({ dedupeKey }) => dedupeKey);
    // Short ids may repeat by chance, so they only count within their conversation.
    expect([keys.length, new Set(keys).size]).toEqual([5, 4]);
  });

  it('is recognized although its agent’s settings fill the start of the file', () => {
    const tools = 'x'.repeat(80_000);
    const head = `{"id":"c","agent":{"kind":"Agent","llm":{"model":"m"},"prompt":"${tools}`;
    expect(detectSource(new FileHead(head, 'base_state.json'))?.id).toBe('openhands');
  });
});

describe('Mistral Vibe since version 2.25', () => {
  it('counts the largest of a session’s snapshots, in the folder that another file names', async () => {
    const text = Buffer.from(fixture('mistral-vibe/projection-state.json')).toString();
    const [snapshot, session] = await Promise.all([
      read('mistral-vibe', text),
      read(
        'mistral-vibe',
        '{"session_id":"v2","start_time":"2026-05-04T08:00:00Z","environment":{"working_directory":"/home/ada/engine"}}',
      ),
    ]);
    const [event] = snapshot.events;
    expect(event).toMatchObject({ sessionId: 'v2', occurredAt: 1_777_885_200_000 });
    expect(session).toEqual({
      events: [],
      sessions: [{ sessionId: 'v2', beganAt: 1_777_881_600_000, beganIn: '/home/ada/engine' }],
      problems: [],
    });
    const earlier = await read('mistral-vibe', text.replace('"inputTokens":1200', '"inputTokens":1100'));
    expect(earlier.events[0]?.dedupeKey).toBe(event?.dedupeKey);
  });
});

describe('Copilot Chat', () => {
  it('has its counts on the request in newer versions, and the model that answered in the result', async () => {
    const { events } = await read('copilot-chat', fixture('copilot-chat/newer.jsonl'));
    expect(events).toMatchObject([{ model: 'claude-sonnet-4.5', countQuality: 'rounded' }]);
  });
});

describe('Amp without a ledger', () => {
  it('counts its answers, at their own time', async () => {
    const { events } = await read('amp', fixture('amp/T-2.json'));
    expect(events).toMatchObject([
      { occurredAt: Date.UTC(2026, 4, 4, 8, 0, 9), model: 'claude-opus-4-6', path: '/home/ada/engine' },
    ]);
  });
});

describe('CodeWhale', () => {
  it('keeps a total without its split as such, with the cost of the session and its subagents', async () => {
    const { events } = await read('codewhale', fixture('codewhale/9a4e.json'));
    expect(events).toMatchObject([
      { countQuality: 'total-only', recordedCostNanoUsd: 25_000_000, path: '/home/ada/engine' },
    ]);
  });
});

describe('a page of records from an API', () => {
  it('is recognized wherever its list is', async () => {
    const { result } = JSON.parse(Buffer.from(fixture('cloudflare-gateway/logs.json')).toString()) as {
      result: unknown;
    };
    const page = JSON.stringify({ success: true, errors: [], result });
    expect(detectSource(new FileHead(page, 'any.json'))?.id).toBe('cloudflare-gateway');
    const { events } = await read('cloudflare-gateway', page);
    expect(events).toHaveLength(1);
  });
});
