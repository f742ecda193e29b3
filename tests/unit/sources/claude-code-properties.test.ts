import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterNames, totalTokensOf } from '../../../src/lib/model/tokens';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { split } from './chunks';
import { assistantLine, toLog, type Fields } from './claude-code-lines';
import { readSource, type Reading } from './read-source';
import { FileHead } from '../../../src/lib/sources/reading/head';

const fixture = new Uint8Array(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/claude-code/session.jsonl')),
);

function expectSound({ events }: Reading): void {
  for (const event of events) {
    for (const name of counterNames) expect(Number.isInteger(event[name]) && event[name] >= 0).toBe(true);
  }
}

describe('reading', () => {
  it('yields the fixture’s expected events', async () => {
    const { events, problems, sessions } = await readSource(claudeCode, [fixture]);
    expect(problems).toEqual([{ reason: 'line-cut-off', line: 9 }]);
    expect(sessions).toHaveLength(1);
    expect(events.map((event) => [event.model, totalTokensOf(event)])).toEqual([
      ['claude-sonnet-4-5-20250929', 15_284],
      ['claude-haiku-4-5-20251001', 4_162],
      ['claude-opus-4-5-20251101', 16_710],
    ]);
  });

  it('yields the same for any split of the bytes into chunks', async () => {
    const whole = await readSource(claudeCode, [fixture]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(fixture.length)), async (cuts) => {
        expect(await readSource(claudeCode, split(fixture, cuts))).toEqual(whole);
      }),
    );
    expect(await readSource(claudeCode, split(fixture, [...fixture.keys()]))).toEqual(whole);
  });

  it('survives truncation at every byte, and counts no more than the whole', async () => {
    const whole = await readSource(claudeCode, [fixture]);
    for (let length = 0; length <= fixture.length; length += 1) {
      const reading = await readSource(claudeCode, [fixture.subarray(0, length)]);
      expectSound(reading);
      expect(reading.events.length).toBeLessThanOrEqual(whole.events.length);
      expect(reading.problems.length).toBeLessThanOrEqual(2);
    }
  });

  it('survives random bytes, even in the middle of a log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(fixture.length), async (noise, at) => {
        claudeCode.detect?.(FileHead.of(noise, 'noise'));
        expectSound(await readSource(claudeCode, [noise]));
        const damaged = fixture.slice();
        damaged.set(noise.subarray(0, damaged.length - at), at);
        expectSound(await readSource(claudeCode, [damaged]));
      }),
    );
  });

  it('survives any JSON in place of any field', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant({ __proto__: null, length: -1 }), fc.double());
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...Object.keys(assistantLine())), value),
        async (line) => {
          expectSound(await readSource(claudeCode, [toLog(assistantLine({ line }))]));
        },
      ),
    );
    const names = [
      'input_tokens',
      'output_tokens',
      'cache_creation',
      'cache_creation_input_tokens',
      'iterations',
    ];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), value), async (usage) => {
        expectSound(await readSource(claudeCode, [toLog(assistantLine({ usage }))]));
      }),
    );
  });

  it('has the same totals for any order of files', async () => {
    const line = fc
      .record({
        request: fc.nat(4),
        output: fc.nat(5),
        second: fc.nat(3),
        session: fc.nat(2),
      })
      .map(({ request, output, second, session }): Fields =>
        assistantLine({
          line: {
            requestId: `req_${request}`,
            sessionId: `s${session}`,
            cwd: `/p/${session}`,
            timestamp: `2026-11-02T09:00:0${second}Z`,
          },
          usage: { output_tokens: output },
        }),
      );
    const files = fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(files, fc.infiniteStream(fc.nat()), async (logs, order) => {
        const shuffled = logs
          .map((log) => ({ log, at: Number(order.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ log }) => log);
        expect(await merged(shuffled)).toEqual(await merged(logs));
      }),
    );
  });
});

async function merged(logs: Fields[][]): Promise<unknown[]> {
  const best = new BestRecords();
  for (const log of logs) {
    for (const event of (await readSource(claudeCode, [toLog(...log)])).events) best.add(event);
  }
  return [...best].sort((a, b) => (a.dedupeKey < b.dedupeKey ? -1 : 1));
}
