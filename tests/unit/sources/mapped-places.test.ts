import { describe, expect, it } from 'vitest';
import { parseTableMapping, readingOf } from '../../../src/lib/model/table-mapping';
import { mappedTable } from '../../../src/lib/sources/mapped-table';
import { mappingFor, tableColumns } from '../../../src/lib/sources/mapped-table/detect';
import { previewTables } from '../../../src/lib/sources/mapped-table/preview';
import { suggestReading } from '../../../src/lib/sources/mapped-table/suggest';
import { startOfDocument } from '../../../src/lib/sources/reading/json-head';
import { testNow } from './read-source';
import { fixture, inChunks, readExport, sums } from './support/exports';
import { linesMapping, wrappedMapping } from './support/mappings';

const wrapped = new TextDecoder().decode(fixture('mapped-table', 'wrapped.json'));
const row = (input: number) => ({
  created_at: '2026-11-02T10:00:00Z',
  usage: { input_tokens: input, output_tokens: 1 },
});

/** The first place whose rows can be read, and the mapping proposed for it. */
async function proposed(text: string) {
  for (const preview of await previewTables(inChunks([text]), 20)) {
    const reading = suggestReading(preview, testNow, false);
    const mapping = { ...reading, id: 'x', name: 'x', earlier: [] };
    const { events, problems } = await readExport(mappedTable(mapping), [text]);
    if (events.length > 0) return { place: preview.rowsAt, reading, sums: sums(events), problems };
  }
  return null;
}

describe('rows inside an object', () => {
  it.each<[string, unknown, string[]]>([
    ['below a key', { data: [row(5), row(6)] }, ['data']],
    ['two keys down', { response: { results: [row(5), row(6)] }, status: 200 }, ['response', 'results']],
    ['in a list in a list', { data: [{ results: [row(5)] }, { results: [row(6)] }] }, ['data', 'results']],
    ['below any name', { ['__proto__x']: 1, constructor: [row(5), row(6)] }, ['constructor']],
    ['beside other lists', { errors: ['a'], columns: [{ name: 'a' }], items: [row(5), row(6)] }, ['items']],
  ])('are found and proposed: %s', async (_, document, place) => {
    for (const text of [
      JSON.stringify(document),
      JSON.stringify(document, null, 2),
      `[${JSON.stringify(document)}]`,
    ]) {
      const found = await proposed(text);
      expect(found).toMatchObject({ place, problems: [], reading: { rowsAt: place } });
      expect(found?.sums.at(-1)).toBe(13);
      expect(tableColumns(text, 'x.json')).toContain('usage.input_tokens');
    }
  });

  it('may be pages, one per line', async () => {
    const pages = [{ data: [row(5)] }, { data: [] }, { data: [row(6), row(7)] }];
    const found = await proposed(pages.map((page) => JSON.stringify(page)).join('\n'));
    expect([found?.place, found?.sums.at(-1)]).toEqual([['data'], 21]);
  });

  it('are not taken from lists inside rows', async () => {
    const lines = [5, 6].map((input) => JSON.stringify({ ...row(input), choices: [{ index: 0, n: 1 }] }));
    expect(await proposed(lines.join('\n'))).toMatchObject({ place: [] });
    const previews = await previewTables(inChunks([lines.join('\n')]), 20);
    expect(previews.map(({ rowsAt }) => rowsAt)).toEqual([[], ['choices']]);
  });

  it('include the values above them, which distinguish rows', async () => {
    const { events, problems, names } = await readExport(mappedTable(wrappedMapping), [wrapped]);
    expect(problems).toEqual([]);
    expect(names).toEqual({ 'table:Bäckerei': 'Bäckerei' });
    expect(sums(events)).toEqual([2207, 0, 0, 0, 303, 0, 2510]);
    expect(events.map(({ occurredAt }) => new Date(occurredAt).getUTCDate())).toEqual([1, 1, 2]);
    const found = await proposed(wrapped);
    expect(found?.reading.fields).toMatchObject({ occurredAt: '$.data.start', model: 'llm' });
    // A sum of all rows next to them isn't one of their columns.
    expect(found?.reading.fields.totalTokens).toBeUndefined();
  });

  it('of a day are distinguished by texts above them, but not by those that differ in every export', async () => {
    const users = (cursor: string) =>
      JSON.stringify({
        cursor,
        users: ['ann', 'ben'].map((name) => ({ name, days: [{ day: '2026-11-01', input: 5, output: 0 }] })),
      });
    const mapping = {
      ...wrappedMapping,
      rowsAt: ['users', 'days'],
      fields: { occurredAt: 'day', inputTokens: 'input' },
      rows: 'day' as const,
    };
    const { events } = await readExport(mappedTable(mapping), [`${users('page_a')}\n${users('page_b')}`]);
    const keys = new Set(events.map(({ dedupeKey }) => dedupeKey.replace(/\.\d+$/, '')));
    expect([events.length, keys.size]).toEqual([4, 2]);
  });

  it('are shown with their values, row by row', async () => {
    const previews = await previewTables(inChunks([wrapped]), 20);
    expect(previews.map(({ rowsAt }) => rowsAt)).toEqual([[], ['data'], ['data', 'results']]);
    expect(previews[2]).toMatchObject({ columns: wrappedMapping.columns });
    expect(previews[2]?.rows.map(({ line, cells }) => [line, cells[1], cells[4]])).toEqual([
      [1, '1200', '2026-11-01T00:00:00Z'],
      [2, '7', '2026-11-01T00:00:00Z'],
      [3, '1000', '2026-11-02T00:00:00Z'],
    ]);
  });

  it('are reported by their number if they cannot be read', async () => {
    const text = JSON.stringify({
      data: [{ start: '2026-11-01', results: [5, { usage: { input_tokens: -1 } }, row(1)] }],
    });
    const { events, problems } = await readExport(mappedTable(wrappedMapping), [text]);
    expect(events).toHaveLength(1);
    expect(problems).toEqual([
      { reason: 'record-not-an-object', line: 1 },
      { reason: 'count-negative', line: 2 },
    ]);
  });
});

describe('the path to the rows', () => {
  it('is stored in the mapping', () => {
    expect(parseTableMapping(JSON.parse(JSON.stringify(wrappedMapping)))).toEqual(wrappedMapping);
    expect(readingOf(wrappedMapping).rowsAt).toEqual(['data', 'results']);
    expect(readingOf(linesMapping)).not.toHaveProperty('rowsAt');
  });

  it('distinguishes tables with the same columns', () => {
    const other = { ...wrappedMapping, id: 'other', rowsAt: ['items'] };
    expect(mappingFor(wrapped, 'x', [other, wrappedMapping])?.id).toBe('wrapped');
    expect(mappingFor(wrapped.replace('"data"', '"rows"'), 'x', [other, wrappedMapping])).toBeNull();
    // As much of a long document as detection reads.
    const cut = wrapped.slice(0, wrapped.indexOf('mistral-small'));
    expect(mappingFor(cut, 'x', [other, wrappedMapping])?.id).toBe('wrapped');
  });

  it('may also come from the file’s name', () => {
    const apart = { ...wrappedMapping, id: 'apart', onlyFiles: 'Other-Tool' };
    expect(mappingFor(wrapped, 'x/other-tool-2026.json', [wrappedMapping, apart])?.id).toBe('apart');
    expect(mappingFor(wrapped, 'x/tool-2026.json', [wrappedMapping, apart])?.id).toBe('wrapped');
    expect(mappingFor(wrapped, 'x/tool-2026.json', [apart])).toBeNull();
  });
});

it('documents full of lists without usage are not offered', () => {
  const documents = [
    {
      packages: [
        { name: 'a', version: 3 },
        { name: 'b', version: 4 },
      ],
    },
    {
      servers: [
        { port: 80, n: 1 },
        { port: 81, n: 2 },
      ],
      created: 5,
    },
    { data: [] },
    { data: [1, 2, 3] },
    { data: [row(1)] },
  ];
  for (const document of documents) expect(tableColumns(JSON.stringify(document), 'x.json')).toBeNull();
});

it('the start of a document contains its complete elements', () => {
  expect(startOfDocument('{"a":[{"b":1},{"b":2},{"b":')).toEqual({ a: [{ b: 1 }, { b: 2 }] });
  expect(startOfDocument('{"a":{"x":[{"b":[{"c":1}]},{"b":"]}')).toEqual({ a: { x: [{ b: [{ c: 1 }] }] } });
  for (const text of ['', '{', '{"a":[1,2', '{"a":[{"b":"\n"}', '[[['.repeat(1000), '}]'])
    expect(startOfDocument(text), text).toBeNull();
  expect(startOfDocument(`${'['.repeat(100_000)}{"a":1},`)).toBeNull();
});
