import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectSource } from '../../../src/lib/sources/registry';
import { split } from './chunks';
import { fixture, fixtures, isSound, readExport, sourceOf } from './support/exports';
import { FileHead } from '../../../src/lib/sources/reading/head';

const encoder = new TextEncoder();

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
}

describe.each(fixtures)('$source/$file', ({ source: id, file }) => {
  const bytes = fixture(id, file);
  const text = new TextDecoder().decode(bytes);
  const source = sourceOf(id);

  it('reads the same however the bytes are cut into chunks', async () => {
    const whole = await readExport(source, [bytes]);
    expect(await readExport(source, split(bytes, [...bytes.keys()]))).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        expect(await readExport(source, split(bytes, cuts))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('survives truncation at every byte', async () => {
    const whole = await readExport(source, [bytes]);
    for (let length = 0; length < bytes.length; length += 1) {
      const { events } = await readExport(source, [bytes.subarray(0, length)]);
      expect(events.length).toBeLessThanOrEqual(whole.events.length);
      expect(events.every(isSound)).toBe(true);
    }
  });

  it('survives random bytes, alone and within', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.length), async (noise, at) => {
        detectSource(FileHead.of(noise, 'noise'));
        expect((await readExport(source, [noise])).events).toEqual([]);
        const damaged = new Uint8Array([...bytes.subarray(0, at), ...noise, ...bytes.subarray(at)]);
        const reading = await readExport(source, [damaged]);
        expect(reading.events.every(isSound)).toBe(true);
        expect(await readExport(source, split(damaged, [at, at + 1, 7]))).toEqual(reading);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a byte order mark', encoder.encode(`\ufeff${text}`)],
    ['UTF-16 little endian', utf16(text, true, true)],
    ['UTF-16 big endian', utf16(text, false, true)],
    ['UTF-16 without a mark', utf16(text, true, false)],
    ['CRLF', encoder.encode(text.replaceAll('\n', '\r\n'))],
    ['no newline at the end', encoder.encode(text.trimEnd())],
  ])('reads the same with %s', async (_, encoded) => {
    const whole = await readExport(source, [bytes]);
    expect(detectSource(FileHead.of(encoded, 'x'))?.id).toBe(id);
    const reading = await readExport(source, [encoded]);
    expect(reading.events).toEqual(whole.events);
    expect(reading.problems).toEqual(whole.problems);
    expect(await readExport(source, split(encoded, [1, 2, 3, 1001]))).toEqual(reading);
  });

  it('skips NULs, and reports them', async () => {
    const whole = await readExport(source, [bytes]);
    const { events, problems } = await readExport(source, [encoder.encode(text.replaceAll('0', '0\0'))]);
    expect(events).toEqual(whole.events);
    expect(problems.map(({ reason }) => reason)).toContain('nul-characters');
  });
});

describe('any cells', () => {
  it('produce no invalid event', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '4.0',
        '-1',
        '1,234',
        '1.234,5',
        '1e9',
        'NaN',
        '__proto__',
        '"',
        '9'.repeat(30),
        '2026-11-01',
      ),
      fc.string({ maxLength: 8 }),
      fc.nat(1e6).map(String),
    );
    for (const { source: id, file } of fixtures.filter((entry) => entry.file.endsWith('.csv'))) {
      const header = new TextDecoder().decode(fixture(id, file)).split('\n', 1)[0] ?? '';
      const width = header.split(',').length;
      const table = fc.array(fc.array(cell, { minLength: width - 1, maxLength: width + 1 }), {
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          const text = `${header}\n${rows.map((cells) => cells.join(',')).join('\n')}`;
          expect((await readExport(sourceOf(id), [text])).events.every(isSound)).toBe(true);
        }),
        { numRuns: 40 },
      );
    }
  });

  it('produce no invalid event from any JSON', async () => {
    for (const { id, keys } of [
      {
        id: 'litellm',
        keys: [
          'request_id',
          'startTime',
          'prompt_tokens',
          'completion_tokens',
          'usage',
          'metadata',
          '__proto__',
        ],
      },
      {
        id: 'langfuse',
        keys: ['id', 'type', 'start_time', 'usage_details', 'project_id', 'usage', '__proto__'],
      },
    ]) {
      const base = new TextDecoder().decode(
        fixture(id, id === 'litellm' ? 'spend-logs.jsonl' : 'observations.jsonl'),
      );
      const first = JSON.parse(base.split('\n', 1)[0] ?? '{}') as object;
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), async (changes) => {
          const { events } = await readExport(sourceOf(id), [JSON.stringify({ ...first, ...changes })]);
          expect(events.every(isSound)).toBe(true);
        }),
      );
      const deep = `{"request_id":"x","metadata":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
      expect((await readExport(sourceOf(id), [deep])).events).toEqual([]);
    }
  });
});
