import type { Problem } from '../../../src/lib/model/problem';
import { describe, expect, it } from 'vitest';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { assistantLine, toLog, userLine, type Fields } from './claude-code-lines';
import { readSource } from './read-source';
import { readFile } from '../../../src/lib/sources/read-file';

const read = (...lines: (Fields | string)[]) => readSource(claudeCode, [toLog(...lines)]);

describe('what is not read is reported, and nothing else is lost', () => {
  const good = assistantLine({ line: { requestId: 'req_good' } });

  it.each<[Problem, Fields | string]>([
    ['line-not-an-object', 'hello'],
    ['line-not-an-object', '[1,2]'],
    ['line-cut-off', JSON.stringify(assistantLine()).slice(0, 90)],
    ['line-not-json', '{"usage":,}'],
    [
      { code: 'not-an-object', field: 'usage' },
      { ...assistantLine(), message: { usage: 5 } },
    ],
    [{ code: 'field-not-a-number', field: 'input_tokens' }, assistantLine({ usage: { input_tokens: '3' } })],
    [{ code: 'field-not-a-number', field: 'input_tokens' }, assistantLine({ usage: { input_tokens: [3] } })],
    [{ code: 'field-not-a-count', field: 'output_tokens' }, assistantLine({ usage: { output_tokens: -1 } })],
    [{ code: 'field-not-a-count', field: 'output_tokens' }, assistantLine({ usage: { output_tokens: 1.5 } })],
    [
      { code: 'field-not-a-count', field: 'output_tokens' },
      '{"type":"assistant","timestamp":"2026-11-02T09:00:05Z","message":{"usage":{"output_tokens":1e999}}}',
    ],
    [
      { code: 'field-implausible', field: 'output_tokens' },
      assistantLine({ usage: { output_tokens: 1e15 } }),
    ],
    ['no-date', assistantLine({ line: { timestamp: null } })],
    ['date-not-iso', assistantLine({ line: { timestamp: 'yesterday' } })],
    ['date-not-iso', assistantLine({ line: { timestamp: 1_762_000_000 } })],
    ['date-not-iso', assistantLine({ line: { timestamp: '2026-02-30T00:00:00Z' } })],
    ['date-out-of-range', assistantLine({ line: { timestamp: '1970-01-01T00:00:00Z' } })],
    ['date-out-of-range', assistantLine({ line: { timestamp: '2099-01-01T00:00:00Z' } })],
  ])('%s', async (reason, line) => {
    const { events, problems } = await read(good, line, good);
    expect(problems).toEqual([{ reason, line: 2 }]);
    expect(events).toMatchObject([{ dedupeKey: 'claude-code:msg_1:req_good', position: 3 }]);
  });

  it('a text that cannot be stored is omitted, the tokens count', async () => {
    const { events, problems } = await read(
      assistantLine({ line: { cwd: 7 }, message: { model: 'a\u0000b' } }),
    );
    expect(events).toMatchObject([{ path: null, model: null, outputTokens: 50 }]);
    expect(problems.map(({ reason }) => reason)).toEqual(['model-unusable', 'working-directory-unusable']);
  });

  it('blank lines, CRLF, a byte order mark and a missing last newline are fine', async () => {
    const text = `\uFEFF${JSON.stringify(userLine())}\r\n\r\n  \n${JSON.stringify(assistantLine())}`;
    const { events, problems } = await readSource(claudeCode, [text]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([{ position: 4 }]);
  });

  it('lines of other kinds that mention usage are no problem', async () => {
    const quoted = userLine({
      message: { role: 'user', content: 'SECRET', result: { usage: { output_tokens: -5 } } },
    });
    expect(await read(quoted, assistantLine())).toMatchObject({
      problems: [],
      events: [{ outputTokens: 50 }],
    });
  });

  it('a line of 50 MB is read, one over 64 MiB is reported', async () => {
    const content = 'x'.repeat(50_000_000);
    const huge = assistantLine({ message: { content: [{ type: 'text', text: content }] } });
    expect(await read(huge)).toMatchObject({ problems: [], events: [{ outputTokens: 50 }] });

    const tooLong = new Uint8Array(65 * 1024 * 1024).fill(0x20);
    const reading = await readSource(claudeCode, [toLog(good), tooLong, '\n', toLog(good)]);
    expect(reading.problems).toEqual([{ reason: 'line-too-long', line: 2 }]);
    expect(reading.events).toMatchObject([{ position: 3 }]);
  });

  it('keeps what was read when the file cannot be read to its end', async () => {
    const events: unknown[] = [];
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode(toLog(good)));
      throw new Error('gone');
    }
    const sink = {
      event: (event: unknown) => events.push(event),
      session: () => undefined,
      problem: () => undefined,
    };
    await expect(readFile(claudeCode, chunks(), sink, { now: Date.UTC(2026, 10, 15) })).rejects.toThrow(
      'gone',
    );
    expect(events).toHaveLength(1);
  });
});
