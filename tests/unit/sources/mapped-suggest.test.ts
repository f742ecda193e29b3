import { describe, expect, it } from 'vitest';
import { mappedTable } from '../../../src/lib/sources/mapped-table';
import { mappingFor, mappingForPreview, tableColumns } from '../../../src/lib/sources/mapped-table/detect';
import { previewTables } from '../../../src/lib/sources/mapped-table/preview';
import { suggestReading } from '../../../src/lib/sources/mapped-table/suggest';
import { firstRecords } from '../../../src/lib/sources/reading/json-head';
import { testNow } from './read-source';
import { fixture, inChunks, readExport, sums } from './support/exports';
import { callMapping, csvMapping, linesMapping } from './support/mappings';

async function suggest(content: string | Uint8Array, isMonthFirst = false) {
  const [preview] = await previewTables(inChunks([content]), 20);
  return { preview, reading: suggestReading(preview, testNow, isMonthFirst) };
}

describe('the first proposal', () => {
  it('reads the fixtures exactly', async () => {
    for (const [file, total] of [
      ['own-log.csv', 2510],
      ['own-log.jsonl', 250],
    ] as const) {
      const bytes = fixture('mapped-table', file);
      const { reading } = await suggest(bytes);
      const { events, problems } = await readExport(mappedTable({ ...callMapping, ...reading }), [bytes]);
      expect([problems, sums(events).at(-1)]).toEqual([[], total]);
    }
    const { reading } = await suggest(fixture('mapped-table', 'own-log.csv'));
    const { dateFormat, decimalSign, rows } = csvMapping;
    expect(reading).toMatchObject({ dateFormat, decimalSign, rows });
  });

  it('is settled by the rows’ total if the counts could mean several things', async () => {
    const { reading } = await suggest(
      'timestamp,model,prompt_tokens,cached_tokens,completion_tokens,reasoning_tokens,total_tokens\n' +
        '2026-11-02T10:00:00Z,gpt,100,40,50,20,150\n',
    );
    expect(reading).toMatchObject({
      rows: 'call',
      inputHolds: 'cache reads',
      reasoning: 'inside output',
      fields: { cacheReadTokens: 'cached_tokens', totalTokens: 'total_tokens' },
    });
  });

  it('reads an ambiguous date by the locale, and 1.000 as a thousand', async () => {
    const table = 'Date,Tokens\n05/06/2026,"1,000"\n';
    expect((await suggest(table, true)).reading.dateFormat).toBe('month-day-year');
    const { reading } = await suggest(table);
    expect(reading).toMatchObject({
      dateFormat: 'day-month-year',
      decimalSign: '.',
      fields: { inputTokens: 'Tokens' },
    });
    expect((await suggest('Datum;Eingabe\n05.06.2026;1.000\n', true)).reading).toMatchObject({
      dateFormat: 'day-month-year',
      decimalSign: ',',
    });
  });

  it('also detects the number format in columns that it cannot identify', async () => {
    const { reading } = await suggest('Datum;Antwort;Unklar\n1.10.2026;5;1.000\n');
    expect(reading).toMatchObject({ decimalSign: ',', fields: { outputTokens: 'Antwort' } });
    const named = await suggest('Datum;Eingabe gesamt;Davon Cache\n1.10.2026;5;1\n');
    expect(named.reading.fields).toMatchObject({
      inputTokens: 'Eingabe gesamt',
      cacheReadTokens: 'Davon Cache',
    });
  });

  it('treats no text as a count and no repeated id as an id', async () => {
    const { reading } = await suggest('id,date,prompt,input\na,2026-11-02,Tell me,5\na,2026-11-03,More,6\n');
    expect(reading.fields).toEqual({ occurredAt: 'date', inputTokens: 'input' });
  });
});

describe('an unknown table', () => {
  it('is distinguished from other files', () => {
    expect(tableColumns('Tag;Modell;Eingabe\n1.11.;m;5\n', 'x')).toEqual(['Tag', 'Modell', 'Eingabe']);
    expect(tableColumns('{"ts":1,"u":{"in":2}}\n{"ts":2}\n', 'x')).toEqual(['ts', 'u.in']);
    expect(tableColumns('[{"ts":1,"n":2},\n {"ts":2,"n":3}]', 'x.json')).toEqual(['ts', 'n']);
    expect(tableColumns('{"ts":1,"n":2}', 'one.jsonl')).toEqual(['ts', 'n']);
    for (const head of [
      '{"port":80,"n":1}',
      'Hello, world.\nNo, numbers.',
      'word\n5\n',
      'a,b\n',
      '\0\u0001,2\n3,4',
      '',
    ])
      expect(tableColumns(head, 'x'), head).toBeNull();
  });

  it('is read by the mapping with the most of its columns', () => {
    const less = { ...linesMapping, id: 'less', fields: { occurredAt: 'ts', inputTokens: 'usage.in' } };
    const lines = '{"ts":1,"llm":"m","usage":{"in":1,"out":2}}\n';
    expect(mappingFor(lines, 'x', [less, csvMapping, linesMapping])?.id).toBe('lines');
    expect(mappingFor('{"ts":1,"usage":{"total":1}}\n', 'x', [less, linesMapping])).toBeNull();
    // The first record has fewer fields than the second, and the third is cut off.
    expect(mappingFor(`{"ts":0}\n${lines}{"ts`, 'x', [linesMapping])?.id).toBe('lines');
    expect(mappingFor(`{"text":"${'x'.repeat(100)}`, 'x', [linesMapping])).toBeNull();
    const cut = `{"ts":1,"usage":{"in":1},"text":"${'x'.repeat(100)}`;
    expect(mappingFor(cut, 'x', [linesMapping])?.id).toBe('lines');
    expect(
      mappingForPreview({ format: 'csv', rowsAt: [], columns: csvMapping.columns }, 'x', [less, csvMapping]),
    ).toBe(csvMapping);
    expect(
      mappingForPreview({ format: 'json', rowsAt: [], columns: ['ts', 'usage.in'] }, 'x', [less, csvMapping]),
    ).toBe(less);
  });
});

it('the first objects of a file are found whatever is between them', () => {
  const records = (head: string) => firstRecords(head, 20).map(({ record, line }) => [line, record.a]);
  expect(records('{"a":1}\n\n{"a":"}{\\""}\n')).toEqual([
    [1, 1],
    [3, '}{"'],
  ]);
  expect(records('[\n{"a":{"b":[1]}},\n{\n"a":2}]')).toEqual([
    [2, { b: [1] }],
    [3, 2],
  ]);
  expect(records('broken "\n{"a": "never closed\n{"a":3}\n{"a":')).toEqual([[3, 3]]);
  expect(firstRecords('{}'.repeat(30), 20)).toHaveLength(20);
});
