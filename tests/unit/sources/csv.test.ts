import { problemKey } from '../../../src/lib/model/problem';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/lib/sources/reading/csv';
import { inChunks } from './support/exports';
import { columnsOf } from '../../../src/lib/sources/reading/head';

interface Table {
  names: readonly string[];
  rows: string[][];
  problems: string[];
}

async function readAll(...chunks: (string | Uint8Array)[]): Promise<Table> {
  const table: Table = { names: [], rows: [], problems: [] };
  await readTable(inChunks(chunks), {
    header(header) {
      table.names = header.names;
      return true;
    },
    record({ cells, line }) {
      table.rows.push([String(line), ...cells]);
      return true;
    },
    problem: (reason, line) => table.problems.push(`${line ?? '-'}: ${problemKey(reason)}`),
  });
  return table;
}

const misplaced = 'quote-misplaced';

describe('a table', () => {
  it.each([',', ';', '\t', '|'])('may be separated by %j', async (mark) => {
    const text = ['a', 'b,c', 'd'].map((cell) => `"${cell}"`).join(mark);
    const { names, rows } = await readAll(`${text}\n1${mark}2${mark}3\n`);
    expect(names).toEqual(['a', 'b,c', 'd']);
    expect(rows).toEqual([['2', '1', '2', '3']]);
  });

  it('may name its own delimiter, as Excel does', async () => {
    expect(await readAll('sep=;\na;b,c,d\n1;2\n')).toEqual({
      names: ['a', 'b,c,d'],
      rows: [['3', '1', '2']],
      problems: [],
    });
    expect(columnsOf('sep=;\na;b,c,d\n1;2\n')).toEqual(new Set(['a', 'bcd']));
  });

  it('may have quotes and newlines in quoted cells, and knows on which line a row begins', async () => {
    const { rows } = await readAll('a,b\n"x ""y""\nz",1\n\n"q",2');
    expect(rows).toEqual([
      ['2', 'x "y"\nz', '1'],
      ['5', 'q', '2'],
    ]);
  });

  it('reports rows that are too short or too long, and skips repeated headers', async () => {
    const { rows, problems } = await readAll('a,b\n1\n1,2\na,b\n1,2,3\n1,2,,\n');
    expect(rows.map(([line]) => line)).toEqual(['3', '6']);
    expect(problems).toEqual(['2: row-too-short', '5: row-too-wide']);
  });

  it('may have columns without a name, twice or of any name', async () => {
    const { names, problems } = await readAll('a,,A,__proto__,constructor\n1,2,3,4,5\n');
    expect(names).toEqual(['a', '', 'A', '__proto__', 'constructor']);
    expect(problems).toEqual(['1: column-twice']);
  });

  it('in Latin-1 is read, and each such line is reported', async () => {
    const bytes = Uint8Array.from('a,b\nK\u00fcche,1\nplain,2\n', (letter) => letter.charCodeAt(0));
    const { rows, problems } = await readAll(bytes);
    expect(rows.map(([, cell]) => cell)).toEqual(['Küche', 'plain']);
    expect(problems).toEqual(['2: line-not-utf-8']);
  });
});

describe('quotes that never close', () => {
  it('lose their line, not what follows', async () => {
    const { rows, problems } = await readAll('a,b\n1,2\n"x,3\n4,5\n6,7\n');
    expect(rows.map(([line]) => line)).toEqual(['2', '4', '5']);
    expect(problems).toEqual([`3: ${misplaced}`]);
  });

  it('do not swallow lines up to the next quote', async () => {
    const { rows, problems } = await readAll('a,b\n"x,3\n4,5\n"six",7\n8,9\n');
    expect(rows.map(([line]) => line)).toEqual(['3', '4', '5']);
    expect(problems).toEqual([`2: ${misplaced}`]);
  });

  it('on every line make it read line by line, quickly', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `"x,${index}`).join('\n');
    const { rows, problems } = await readAll(`a,b\n${lines}\n`);
    expect(rows).toHaveLength(20_000 - 33);
    expect(problems.at(-1)).toBe('34: quotes-never-close');
  });

  it('are ignored when a row grows too long', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    const chunks = ['a,b\n1,2\n3,"', ...Array.from({ length: 20 }, () => megabyte), '\n4,5\n'];
    const { rows, problems } = await readAll(...chunks);
    expect(rows.map(([line]) => line)).toEqual(['2', '4']);
    expect(problems).toEqual(['3: row-too-long']);
  });
});
