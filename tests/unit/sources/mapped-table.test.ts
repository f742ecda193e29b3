import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTableMapping } from '../../../src/lib/model/table-mapping';
import { mappedTable } from '../../../src/lib/sources/mapped-table';
import { checkMapping, missingFields } from '../../../src/lib/sources/mapped-table/check';
import { previewTables } from '../../../src/lib/sources/mapped-table/preview';
import { split } from './chunks';
import { testNow } from './read-source';
import { fixture, inChunks, isSound, readExport, sums } from './support/exports';
import { csvMapping, linesMapping } from './support/mappings';
import { FileHead } from '../../../src/lib/sources/reading/head';

const csv = fixture('mapped-table', 'own-log.csv');
const lines = fixture('mapped-table', 'own-log.jsonl');

describe('a mapped table', () => {
  it('is read by the mapping', async () => {
    const { events, problems, names } = await readExport(mappedTable(csvMapping), [csv]);
    expect(problems).toEqual([]);
    expect(names).toEqual({ 'table:Bäckerei': 'Bäckerei', 'table:Werft': 'Werft' });
    expect(sums(events)).toEqual([2207, 0, 0, 0, 303, 0, 2510]);
    expect(events[0]).toMatchObject({
      occurredAt: Date.UTC(2026, 10, 1),
      granularity: 'day',
      provider: 'mistral',
      model: 'mistral-large',
      path: 'table:Bäckerei',
    });
  });

  it('may be JSON lines, with dotted names', async () => {
    const { events, problems } = await readExport(mappedTable(linesMapping), [lines]);
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([200, 0, 0, 0, 50, 0, 250]);
    const again = await readExport(mappedTable(linesMapping), [lines, lines]);
    expect(new Set(again.events.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });

  it('is recognized by its columns alone', () => {
    const head = new TextDecoder().decode(csv);
    expect(mappedTable(csvMapping).detect?.(new FileHead(head, 'x'))).toBe(true);
    expect(mappedTable(csvMapping).detect?.(new FileHead(head.replace('Summe', 'Summe;Preis'), 'x'))).toBe(
      false,
    );
    expect(mappedTable(linesMapping).detect?.(new FileHead(new TextDecoder().decode(lines), 'x'))).toBe(true);
    expect(mappedTable(linesMapping).detect?.(new FileHead('{"ts":1}', 'x'))).toBe(false);
  });

  it('reads the same in any chunks and survives truncation', async () => {
    const whole = await readExport(mappedTable(csvMapping), [csv]);
    expect(await readExport(mappedTable(csvMapping), split(csv, [...csv.keys()]))).toEqual(whole);
    for (let length = 0; length < csv.length; length += 1) {
      const { events } = await readExport(mappedTable(csvMapping), [csv.subarray(0, length)]);
      expect(events.every(isSound)).toBe(true);
    }
  });

  it('never produces an invalid event, whatever the mapping', async () => {
    const column = fc.constantFrom(
      'Tag',
      'Modell',
      'Kunde',
      'Eingabe',
      'Ausgabe',
      'Summe',
      'none',
      '__proto__',
    );
    const mapping = fc.record({
      fields: fc.dictionary(
        fc.constantFrom(
          'occurredAt',
          'inputTokens',
          'cacheReadTokens',
          'outputTokens',
          'reasoningTokens',
          'id',
        ),
        column,
      ),
      dateFormat: fc.constantFrom(
        'iso',
        'day-month-year',
        'month-day-year',
        'year-month-day',
        'epoch-seconds',
        'epoch-milliseconds',
      ),
      decimalSign: fc.constantFrom('.', ','),
      inputHolds: fc.constantFrom('no cache tokens', 'cache reads', 'cache reads and writes'),
      reasoning: fc.constantFrom('inside output', 'on top of output'),
    });
    await fc.assert(
      fc.asyncProperty(mapping, async (changes) => {
        const parsed = parseTableMapping({ ...csvMapping, ...changes });
        if (parsed === null) return;
        const { events } = await readExport(mappedTable(parsed), [csv]);
        expect(events.every(isSound)).toBe(true);
      }),
    );
  });
});

describe('the preview', () => {
  it('shows the first rows unchanged', async () => {
    const [preview] = await previewTables(inChunks([csv]), 2);
    expect(preview.format).toBe('csv');
    expect(preview.columns).toEqual(csvMapping.columns);
    expect(preview.rows.map(({ line, cells }) => [line, cells[3]])).toEqual([
      [2, '1.200'],
      [3, '1.000,0'],
    ]);
    const [json] = await previewTables(inChunks([lines]), 10);
    expect(json.columns).toEqual(['ts', 'llm', 'usage.in', 'usage.out', 'n']);
    expect(json.rows[1]?.cells).toEqual(['1793610000', 'mistral-large', '80', '20', 'a2']);
  });

  it('reads no further than necessary', async () => {
    let chunksRead = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        chunksRead += 1;
        yield await Promise.resolve(new TextEncoder().encode('a,b\n1,2\n3,4\n'.repeat(1000)));
      }
    }
    expect((await previewTables(endless(), 5))[0].rows).toHaveLength(5);
    expect(chunksRead).toBeLessThan(4);
  });

  it('reports which cells do not parse', async () => {
    const [preview] = await previewTables(inChunks([csv]), 10);
    const check = checkMapping(preview, csvMapping, testNow);
    expect(check).toMatchObject({ absentColumns: [], readableRows: 3 });
    expect(check.rows[0]).toMatchObject({ model: 'mistral-large', tokens: { inputTokens: 1200 } });
    const wrong = checkMapping(preview, { ...csvMapping, decimalSign: '.' }, testNow);
    expect(wrong.readableRows).toBe(1);
    expect(wrong.rows.slice(0, 2)).toEqual([
      { field: 'inputTokens', problem: 'count-not-whole' },
      { field: 'inputTokens', problem: 'count-not-a-number' },
    ]);
    const none = checkMapping(preview, { ...csvMapping, fields: { model: 'LLM' } }, testNow);
    expect(missingFields(csvMapping)).toEqual([]);
    expect(missingFields({ ...csvMapping, fields: {} })).toEqual(['occurredAt', 'tokens']);
    expect(none.absentColumns).toEqual(['LLM']);
  });
});

it('a stored mapping is validated before it is used', () => {
  expect(parseTableMapping(JSON.parse(JSON.stringify(csvMapping)))).toEqual(csvMapping);
  expect(parseTableMapping({ ...csvMapping, dateFormat: 'moon' })).toBeNull();
  expect(parseTableMapping(null)).toBeNull();
});
