import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finderOf } from '../../../src/lib/sources/reading/find-bytes';
import { readLines } from '../../../src/lib/sources/reading/lines';
import { inChunks, split } from './chunks';

async function linesOf(bytes: Uint8Array, cuts: readonly number[] = [], max?: number): Promise<string[]> {
  const lines: string[] = [];
  const handler = {
    line: (buffer: Uint8Array, start: number, end: number, number: number) =>
      lines.push(
        `${number}:${new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(start, end))}`,
      ),
    tooLong: (number: number) => lines.push(`${number}!`),
  };
  await readLines(inChunks(split(bytes, cuts)), handler, max === undefined ? {} : { maxBytes: max });
  return lines;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines', () => {
  it('are numbered from 1, with or without a last newline', async () => {
    expect(await linesOf(encode('a\n\nb'))).toEqual(['1:a', '2:', '3:b']);
    expect(await linesOf(encode('a\n\nb\n'))).toEqual(['1:a', '2:', '3:b']);
    expect(await linesOf(encode(''))).toEqual([]);
  });

  it('lose CRLF, and a byte order mark only at the start', async () => {
    expect(await linesOf(encode('\uFEFFa\r\n\uFEFFb\rc\r'))).toEqual(['1:a', '2:\uFEFFb\rc']);
  });

  it('over the maximum are reported wherever the chunks break', async () => {
    const bytes = encode('ab\nabcdef\nabc\nabcd');
    for (const cuts of [[], [1], [4], [4, 5, 8], [9], [10, 16]]) {
      expect(await linesOf(bytes, cuts, 3)).toEqual(['1:ab', '2!', '3:abc', '4!']);
    }
  });

  it('are the same for any split into chunks', async () => {
    const text = fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '\uFEFF', '"'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.nat(80)),
        fc.integer({ min: 1, max: 90 }),
        async (parts, cuts, max) => {
          const bytes = encode(parts.join(''));
          expect(await linesOf(bytes, cuts, max)).toEqual(await linesOf(bytes, [], max));
        },
      ),
    );
  });
});

describe('the byte search', () => {
  it('finds what indexOf finds', () => {
    const letters = fc.array(fc.constantFrom('"', 'u', 's', 'a', 'g', 'e', 'x', '"usage"'), {
      maxLength: 60,
    });
    const find = finderOf('"usage"');
    fc.assert(
      fc.property(letters, fc.nat(20), (parts, from) => {
        const text = parts.join('');
        const start = Math.min(from, text.length);
        expect(find(encode(text), start, text.length)).toBe(text.indexOf('"usage"', start));
      }),
    );
  });

  it('does not look beyond the end', () => {
    expect(finderOf('"usage"')(encode('"usage"'), 0, 6)).toBe(-1);
  });
});
