import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised, readCount } from '../../../src/lib/sources/reading/fields';
import { readEpoch, readTableTime } from '../../../src/lib/sources/reading/table-time';
import { testNow } from './read-source';

describe('a token count in a cell', () => {
  it.each([
    ['4', 4],
    ['4.0', 4],
    ['4,0', 4],
    [' 12 ', 12],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,234.0', 1234],
    ['1.234,00', 1234],
    ['1 234 567', 1_234_567],
    ['0', 0],
    ['-0', 0],
  ])('%j is %i', (text, count) => expect(readCount(text)).toBe(count));

  it.each(['', ' ', 'null', 'None', 'NaN'])('%j is not a count', (text) =>
    expect(readCount(text)).toBeNull(),
  );

  it.each([
    '1,234',
    '1.234',
    '12.500',
    '-1',
    '1.5',
    '1,5',
    '1e5',
    '0x10',
    'four',
    '1,23,4.5.6',
    '--1',
    '1.234,5',
    '∞',
  ])('%j is a problem', (text) => expect(readCount(text)).toHaveProperty('problem'));

  it.each([
    ['1,234', '.', 1234],
    ['1.234', ',', 1234],
    ['1.234,0', ',', 1234],
    ['12,000', ',', 12],
  ] as const)('%j with the decimal sign %j is %i', (text, sign, count) =>
    expect(readCount(text, sign)).toBe(count),
  );

  it('is read from any unambiguous notation', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (count) => {
        expect(readCount(`${count}.0`)).toBe(count);
        expect(readCount(count.toLocaleString('en-US'), '.')).toBe(count);
        expect(readCount(count.toLocaleString('de-DE'), ',')).toBe(count);
      }),
    );
  });
});

describe('a time in a cell', () => {
  it.each([
    ['2026-11-01', Date.UTC(2026, 10, 1), true],
    ['2026-11-01 01:00', Date.UTC(2026, 10, 1, 1), false],
    ['2026-11-01T01:00:00', Date.UTC(2026, 10, 1, 1), false],
    ['2026-11-01 01:00:00.123456', Date.UTC(2026, 10, 1, 1, 0, 0, 123), false],
    ['2026-11-01 01:00:00+02', Date.UTC(2026, 9, 31, 23), false],
    ['2026-11-01 01:00:00 UTC', Date.UTC(2026, 10, 1, 1), false],
    ['2026-11-01T01:00:00.5-0130', Date.UTC(2026, 10, 1, 2, 30, 0, 500), false],
  ])('%j is UTC if it names no zone', (text, time, isDay) =>
    expect(readTableTime(text, testNow)).toEqual({ time, isDay }),
  );

  it.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '01/02/2026',
    '1970-01-01',
    '2099-01-01',
    'yesterday',
    '2026-11-01 25:00',
  ])('%j is a problem', (text) => expect(readTableTime(text, testNow)).toHaveProperty('problem'));

  it('may be seconds or milliseconds', () => {
    const time = Date.UTC(2026, 10, 1);
    expect(readEpoch('1793491200', testNow)).toEqual({ time, isDay: false });
    expect(readEpoch('1793491200.0', testNow)).toEqual({ time, isDay: false });
    expect(readEpoch(1793491200000, testNow)).toEqual({ time, isDay: false });
    expect(readEpoch('9'.repeat(40), testNow)).toHaveProperty('problem');
  });
});

it('column names are normalized', () => {
  expect(normalised('Input (w/ Cache Write)')).toBe('inputwcachewrite');
  expect(normalised('startTime')).toBe(normalised('start_time'));
});
