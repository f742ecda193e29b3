import { describe, expect, it } from 'vitest';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { assistantLine, progressLine, toLog, userLine, type Fields } from './claude-code-lines';
import { readSource } from './read-source';

const read = (...lines: (Fields | string)[]) => readSource(claudeCode, [toLog(...lines)]);
async function readOne(line: Fields) {
  const { events, problems } = await read(line);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  return events[0]!;
}

describe('a response', () => {
  it('becomes one event with the counters of the normal form', async () => {
    const { events, sessions, problems } = await read(userLine(), assistantLine());
    expect(problems).toEqual([]);
    expect(sessions).toEqual([
      { sessionId: 'session-1', beganAt: Date.UTC(2026, 10, 2, 9), beganIn: '/home/ada/shop' },
    ]);
    expect(events).toEqual([
      {
        dedupeKey: 'claude-code:msg_1:req_1',
        sessionId: 'session-1',
        occurredAt: Date.UTC(2026, 10, 2, 9, 0, 5),
        granularity: 'moment',
        path: '/home/ada/shop',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5-20250929',
        eventType: 'chat',
        llmMode: 'cloud',
        position: 2,
        isOutputFinal: true,
        inputTokens: 3,
        cacheReadTokens: 2_000,
        cacheWrite5mTokens: 60,
        cacheWrite1hTokens: 40,
        outputTokens: 50,
        reasoningTokens: 0,
      },
    ]);
  });

  it('on several lines is the whole line with the largest total, wherever it stands', async () => {
    const { events } = await read(
      assistantLine({ usage: { output_tokens: 1 } }),
      assistantLine({ usage: { input_tokens: 0, cache_read_input_tokens: 2_003, output_tokens: 90 } }),
      assistantLine({ usage: { output_tokens: 20 } }),
    );
    expect(events).toMatchObject([{ position: 2, inputTokens: 0, cacheReadTokens: 2_003, outputTokens: 90 }]);
  });

  it('is the later line on a tie', async () => {
    const later = assistantLine({ line: { timestamp: '2026-11-02T09:00:06.000Z' } });
    expect((await read(later, assistantLine())).events).toMatchObject([{ position: 1 }]);
    expect((await read(assistantLine(), assistantLine())).events).toMatchObject([{ position: 2 }]);
  });

  it('keeps the model’s name as printed and names a provider only where it is certain', async () => {
    const model = 'us.anthropic.claude-sonnet-4-5[1m]';
    expect(await readOne(assistantLine({ message: { model } }))).toMatchObject({ model, provider: null });
    expect(await readOne(assistantLine({ message: { model: null } }))).toMatchObject({
      model: null,
      provider: null,
    });
  });

  it('that nobody generated is not usage', async () => {
    expect(await read(assistantLine({ message: { model: '<synthetic>' } }))).toMatchObject({
      events: [],
      problems: [],
    });
  });

  it('needs no field but its time and usage', async () => {
    const line = {
      type: 'assistant',
      timestamp: '2026-11-02T09:00:05Z',
      message: { usage: { output_tokens: 7 } },
    };
    expect(await readOne(line)).toMatchObject({
      outputTokens: 7,
      inputTokens: 0,
      path: null,
      sessionId: null,
    });
  });

  it('reads null counters as 0', async () => {
    const nothing = { input_tokens: null, cache_creation: null, cache_creation_input_tokens: null };
    expect(await readOne(assistantLine({ usage: nothing }))).toMatchObject({
      inputTokens: 0,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
    });
  });
});

describe('the key of a response', () => {
  it.each([
    [{ line: { requestId: null } }, 'claude-code:msg_1'],
    [{ message: { id: null } }, 'claude-code::req_1'],
    [
      { line: { requestId: null }, message: { id: 'gen-1' } },
      'claude-code:gen-1:session-1:2026-11-02T09:00:05.000Z',
    ],
    [
      { line: { requestId: null }, message: { id: 'gen-1234567890-abcdef' } },
      'claude-code:gen-1234567890-abcdef',
    ],
    [
      { line: { requestId: null }, message: { id: 'gen-1234-567890-abcde' } },
      'claude-code:gen-1234-567890-abcde',
    ],
    [
      { line: { requestId: null }, message: { id: 'x-12-34-56-78-90-abcde' } },
      'claude-code:x-12-34-56-78-90-abcde',
    ],
    [
      { line: { requestId: null }, message: { id: '12-34-56-78-90-abcde' } },
      'claude-code:12-34-56-78-90-abcde:session-1:2026-11-02T09:00:05.000Z',
    ],
    [{ line: { requestId: null }, message: { id: null } }, 'claude-code::session-1:2026-11-02T09:00:05.000Z'],
  ])('of %j is %s', async (change, key) => {
    expect((await readOne(assistantLine(change))).dedupeKey).toBe(key);
  });

  it('does not hold the session, which resuming changes', async () => {
    const copy = assistantLine({ line: { sessionId: 'session-2' } });
    expect((await read(assistantLine(), copy)).events).toHaveLength(1);
  });
});

describe('cache writes', () => {
  it.each([
    ['explained in whole', 100, { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 }, 60, 40],
    ['explained in part', 100, { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 40 }, 60, 40],
    [
      'with 0 and 0 beside a real total',
      100,
      { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      100,
      0,
    ],
    ['without parts', 100, null, 100, 0],
    [
      'with parts above the total',
      100,
      { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 50 },
      100,
      0,
    ],
    ['with parts above a total of 0', 0, { ephemeral_1h_input_tokens: 50 }, 0, 0],
    ['without a total', null, { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 }, 60, 40],
  ])('%s', async (_name, total, parts, fiveMinutes, oneHour) => {
    const event = await readOne(
      assistantLine({ usage: { cache_creation_input_tokens: total, cache_creation: parts } }),
    );
    expect(event).toMatchObject({ cacheWrite5mTokens: fiveMinutes, cacheWrite1hTokens: oneHour });
  });
});

describe('subagents and advisors', () => {
  it('counts a nested progress line where the subagent’s own line is missing', async () => {
    const inner = assistantLine({ line: { sessionId: undefined, cwd: undefined } });
    expect(await readOne(progressLine(inner))).toMatchObject({
      dedupeKey: 'claude-code:msg_1:req_1',
      path: '/home/ada/shop',
      occurredAt: Date.UTC(2026, 10, 2, 9, 0, 5),
    });
    expect((await read(progressLine(inner), assistantLine())).events).toHaveLength(1);
  });

  it('counts an advisor’s calls under its own model, and no other iteration', async () => {
    const iterations = [
      { type: 'message', input_tokens: 3, output_tokens: 50 },
      { type: 'advisor_message', model: 'claude-opus-4-5', input_tokens: 11, output_tokens: 5 },
    ];
    const { events } = await read(assistantLine({ usage: { iterations } }));
    expect(events).toMatchObject([
      { dedupeKey: 'claude-code:msg_1:req_1', inputTokens: 3, outputTokens: 50 },
      {
        dedupeKey: 'claude-code:msg_1:req_1:advisor-1',
        model: 'claude-opus-4-5',
        inputTokens: 11,
        outputTokens: 5,
        cacheReadTokens: 0,
      },
    ]);
  });
});

describe('a placeholder for the output', () => {
  it.each([
    ['2.1.10', null, true],
    ['2.1.11', null, false],
    ['2.1.29', null, false],
    ['2.1.29', 'end_turn', true],
    ['2.1.30', null, true],
    ['2.1.110', null, true],
    ['1.0.98', null, true],
    [null, null, true],
  ])('version %s, stop reason %s: final is %s', async (version, stop_reason, isOutputFinal) => {
    const event = await readOne(assistantLine({ line: { version }, message: { stop_reason } }));
    expect(event.isOutputFinal).toBe(isOutputFinal);
  });
});

describe('a session', () => {
  it('begins on its earliest line that names a folder', async () => {
    const { sessions } = await read(
      { type: 'summary', summary: 'x', leafUuid: 'y' },
      userLine({ cwd: '/home/ada/shop' }),
      assistantLine({ line: { cwd: '/home/ada/shop/api' } }),
      assistantLine({
        line: { sessionId: 'session-0', cwd: '/home/ada/old', timestamp: '2026-11-01T09:00:00Z' },
      }),
    );
    expect(sessions.map(({ sessionId, beganIn }) => [sessionId, beganIn])).toEqual([
      ['session-1', '/home/ada/shop'],
      ['session-0', '/home/ada/old'],
    ]);
  });
});
