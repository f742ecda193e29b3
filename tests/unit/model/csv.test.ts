import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { localeCsv, toCsv } from '../../../src/lib/model/csv';

it('no text can be run as a formula', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', '=cmd|" /C calc"!A0'];
  const parsed = Papa.parse<string[]>(toCsv([dangerous]), { newline: '\r\n' }).data[0];
  expect(parsed).toEqual(dangerous.map((text) => `'${text}`));
});

it('reading the file with the other separator splits no text into cells', () => {
  expect(toCsv([['a;=1+1', 'b']])).toBe('"a;=1+1",b\r\n');
  expect(toCsv([['a,=1+1', 'b']], localeCsv('de-DE'))).toBe('"a,=1+1";b\r\n');
});

it('commas, quotes, line ends and empty cells survive a round trip', () => {
  const row = ['a,b', 'say "hi"', 'two\nlines', '', "it's", 'plain', 'שלום'];
  expect(Papa.parse<string[]>(toCsv([row, row]), { newline: '\r\n' }).data.slice(0, 2)).toEqual([row, row]);
});

it('numbers are plain, or as the locale writes them', () => {
  const rows = [['tokens', 1234567, -0.5, null]];
  expect(toCsv(rows)).toBe('tokens,1234567,-0.5,\r\n');
  expect(toCsv(rows, localeCsv('de-DE'))).toBe('tokens;1.234.567;-0,5;\r\n');
  expect(toCsv(rows, localeCsv('en-US'))).toBe('tokens,"1,234,567",-0.5,\r\n');
  expect(toCsv(rows, localeCsv('fr-FR'))).toBe('tokens;1 234 567;-0,5;\r\n');
});
