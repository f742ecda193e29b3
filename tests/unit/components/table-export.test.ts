import { expect, it } from 'vitest';
import { listChoices, tableOf } from '../../../src/lib/components/export/table-export';
import { plainCsv } from '../../../src/lib/model/csv';
import type { Column } from '../../../src/lib/components/lists/column';

const columns: Column<{ name: string; tokens: number }>[] = [
  { key: 'name', head: 'Name', value: ({ name }) => name },
  {
    key: 'tokens',
    head: 'Tokens',
    fileHead: 'Tokens in November',
    text: () => '≈ 1K',
    value: (row) => row.tokens,
  },
  { key: 'actions', head: 'Actions', hasHiddenHead: true },
];
const rows = [
  { name: 'Website', tokens: 1_234 },
  { name: 'App', tokens: 5 },
];

it('a file has the columns with a value, exact and under their headers for files', () => {
  expect(tableOf(columns, rows)).toEqual([
    ['Name', 'Tokens in November'],
    ['Website', 1_234],
    ['App', 5],
  ]);
});

it('JSON names them by their keys, across pages', async () => {
  const [, json] = listChoices('list', columns, () => [rows.slice(0, 1), rows.slice(1)]);
  let text = '';
  for await (const part of await json!.parts(plainCsv)) text += part;
  expect(JSON.parse(text)).toEqual(rows);
});
