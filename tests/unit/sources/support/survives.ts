import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import { counterNames } from '../../../../src/lib/model/tokens';
import type { Source } from '../../../../src/lib/sources/source';
import { earliestTime, latestTime } from '../../../../src/lib/model/time-limits';
import { split } from '../chunks';
import { readSource, testNow, type Reading } from '../read-source';
import { fixture, fixturesOf } from './fixtures';
import { withOtherTypes } from './other-types';

interface Options {
  /** The fixtures to try; by default, all of the source's own. Paths below `tests/fixtures`. */
  files?: readonly string[];
  /** Mutated copies are read so many times: fewer where reading is slow. */
  runs?: number;
  /** Cut at no more places than this. */
  cuts?: number;
}

/** What every source must withstand, tried on each of its fixtures: bad bytes cost their record, and nothing else. */
export function survives(
  source: Source,
  { files, runs = rounds(30, 200), cuts = rounds(150, Infinity) }: Options = {},
): void {
  const paths = files ?? fixturesOf(source.id).map((name) => `${source.id}/${name}`);
  describe.each(paths)(`${source.id} survives a bad %s`, (path) => {
    const bytes = fixture(path);
    const stride = Math.ceil(Math.max(1, bytes.length / cuts));
    const read = async (...chunks: Uint8Array[]): Promise<Reading> => {
      const reading = await readSource(source, chunks);
      expectSound(source, reading);
      return reading;
    };

    it('truncated anywhere', async () => {
      const whole = await read(bytes);
      const keys = new Set(whole.events.map(({ dedupeKey }) => dedupeKey));
      for (let end = 0; end < bytes.length; end += stride) {
        const { events } = await read(bytes.subarray(0, end));
        expect(events.filter(({ dedupeKey }) => !keys.has(dedupeKey))).toEqual([]);
      }
    }, 60_000);

    it('in any chunks, with the same result', async () => {
      const whole = await read(bytes);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
          expect(await read(...split(bytes, cuts))).toEqual(whole);
        }),
        { numRuns: Math.min(runs, 100) },
      );
    });

    it('with changed, random and no bytes', async () => {
      const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
        maxLength: 20,
      });
      await fc.assert(
        fc.asyncProperty(changes, fc.uint8Array({ maxLength: 400 }), async (changed, random) => {
          const copy = bytes.slice();
          for (const [index, byte] of changed) copy[index] = byte;
          await read(copy);
          await read(random);
          await read(bytes.subarray(0, 16), random);
        }),
        { numRuns: runs },
      );
      expect((await read()).events).toEqual([]);
    });

    it('in other encodings, with marks, NULs and carriage returns', async () => {
      const text = new TextDecoder().decode(bytes);
      const { events } = await read(bytes);
      const isText = !text.includes('\0');
      const withMark = await read(new TextEncoder().encode(`\ufeff${text}`));
      const withReturns = await read(new TextEncoder().encode(text.replaceAll('\n', '\r\n')));
      if (isText) {
        expect(withMark.events).toEqual(events);
        expect(withReturns.events).toEqual(events);
      }
      await read(Buffer.from(text, 'latin1'));
      await read(Buffer.from(text, 'utf16le'));
      await read(Buffer.from(`\ufeff${text}`, 'utf16le'));
      await read(Buffer.from(text.replaceAll('"', '\0"')));
    });

    it('with counts that are texts, fractions, negative, huge or objects', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      for (const value of [
        '"12"',
        '"1,234"',
        '1.5',
        '-7',
        '1e300',
        '1e15',
        'null',
        '{}',
        '[1]',
        'true',
        '""',
      ]) {
        await read(Buffer.from(text.replaceAll(/(?<=[tT]okens?"?[\w":.{]*)\d+/g, value), 'latin1'));
        await read(Buffer.from(text.replaceAll(/(?<=":)\s*\d+/g, value), 'latin1'));
      }
    });

    it('with missing, duplicate, reordered columns or keys, or one named __proto__', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      const names = new Set(text.match(/"[\w.]{1,60}"(?=\s*:)/g) ?? []);
      for (const name of names) {
        await read(Buffer.from(text.replaceAll(name, '"other"'), 'latin1'));
        await read(Buffer.from(text.replaceAll(name, '"__proto__"'), 'latin1'));
        await read(Buffer.from(text.replaceAll(`${name}:`, `${name}:null,${name}:`), 'latin1'));
      }
      if (!path.endsWith('.csv')) return;
      const [header = '', ...rows] = text.split('\n');
      const sign = header.includes(';') ? ';' : ',';
      const columns = header.split(sign);
      const withHeader = (changed: readonly string[]): Buffer =>
        Buffer.from([changed.join(sign), ...rows].join('\n'), 'latin1');
      for (const [at, column] of columns.entries()) {
        await read(withHeader(columns.toSpliced(at, 1)));
        await read(withHeader(columns.with(at, '__proto__')));
        await read(withHeader(columns.with(at, '')));
        await read(withHeader(columns.with((at + 1) % columns.length, column)));
      }
      await read(Buffer.from(rows.join('\n'), 'latin1'));
      await read(Buffer.from(`${header}\n${text}`, 'latin1'));
      // Columns may come in any order, with their rows.
      const cells = text.split('\n').map((row) => row.split(sign));
      if (text.includes('"') || cells.some((row) => row.length !== columns.length && row.length > 1)) return;
      const turned = cells.map((row) => row.toReversed().join(sign)).join('\n');
      const { events } = await read(bytes);
      expect((await read(Buffer.from(turned, 'latin1'))).events).toHaveLength(events.length);
    });

    it('with a value of another type at any place', async () => {
      if (!/\.jsonl?$/.test(path)) return;
      const text = new TextDecoder().decode(bytes);
      const step = rounds(4, 1);
      let count = 0;
      for (const changed of withOtherTypes(text)) {
        if ((count += 1) % step === 0) await read(new TextEncoder().encode(changed));
      }
    });

    it('with quotes that never close', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      const places = [...text.matchAll(/[",;:\n]/g)].map(({ index }) => index);
      const step = Math.ceil(places.length / rounds(20, 60));
      for (const at of places.filter((_, index) => index % step === 0)) {
        await read(Buffer.from(`${text.slice(0, at)}"${text.slice(at)}`, 'latin1'));
        await read(Buffer.from(`${text.slice(0, at + 1)}"${text.slice(at + 1)}`, 'latin1'));
      }
      await read(Buffer.from(text.replaceAll('"', ''), 'latin1'));
    });

    it('with numbers as text and in other countries’ formats', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      for (const form of [
        '"1,234"',
        '"1.234,0"',
        '"1 234"',
        "1'234",
        '1_234',
        '٣',
        '0x1F',
        '+5',
        '-0',
        '1.5.2',
      ])
        await read(Buffer.from(text.replaceAll(/(?<=[:;,]\s?)\d{1,7}(?=[\s;,}])/g, form)));
    });

    it('with keys of the prototype and JSON nested a hundred thousand deep', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      const poison = '{"__proto__":{"role":"assistant","tokens":{"input":5}},"constructor":{"prototype":{}},';
      await read(Buffer.from(text.replaceAll('{', poison), 'latin1'));
      expect(({} as Record<string, unknown>)['tokens']).toBeUndefined();
      // Once a source: what parses is the same for all of its files.
      const depth = path === paths[0] ? 100_000 : rounds(1_000, 100_000);
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const objects = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
      await read(Buffer.from(text.replace(/\{/, `{"deep":${deep},`), 'latin1'));
      for (const bomb of [deep, objects, '['.repeat(depth), '{"a":'.repeat(depth)]) {
        await read(bytes.subarray(0, 0), Buffer.from(`${bomb}\n`), bytes);
      }
    });
  });
}

/** It must not crash, and whatever was read must also be storable. */
function expectSound(source: Source, { events, sessions }: Reading): void {
  for (const event of events) {
    for (const counter of counterNames) {
      expect(Number.isSafeInteger(event[counter]) && event[counter] >= 0).toBe(true);
      expect(Object.is(event[counter], -0)).toBe(false);
    }
    expect(event.reasoningTokens).toBeLessThanOrEqual(event.outputTokens);
    expect(event.dedupeKey.startsWith(`${source.id}:`)).toBe(true);
    expect(event.occurredAt).toBeGreaterThanOrEqual(earliestTime);
    expect(event.occurredAt).toBeLessThanOrEqual(latestTime(testNow));
    expect(Number.isInteger(event.occurredAt) && event.position >= 1).toBe(true);
  }
  for (const { beganAt, beganIn } of sessions) expect(Number.isInteger(beganAt) && beganIn !== '').toBe(true);
}
