import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf, type TableMapping } from '../../../src/lib/model/table-mapping';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { mappedTable } from '../../../src/lib/sources/mapped-table';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { readExport, sums } from './support/exports';
import { callMapping } from './support/mappings';

const header = 'date,model,input,output\n';
const row = (input: number, day = 2) => `2026-11-0${day} 10:00,m,${input},1\n`;

async function read(text: string, mapping: TableMapping = callMapping): Promise<SourceUsageEvent[]> {
  return (await readExport(mappedTable(mapping), [text])).events;
}

/** The total that the database keeps of several files. */
function total(...files: SourceUsageEvent[][]): number {
  const best = new BestRecords();
  for (const events of files) for (const event of events) best.add(event);
  return sums([...best]).at(-1) ?? 0;
}

describe('rows of calls', () => {
  it('all count, even if they are equal', async () => {
    expect(total(await read(header + row(9) + row(9) + row(9)))).toBe(30);
  });

  it('in two files count once', async () => {
    const first = await read(header + row(1) + row(9) + row(9));
    const second = await read(header + row(9) + row(9) + row(9) + row(5));
    expect(total(first, second)).toBe(2 + 30 + 6);
    expect(total(second, first, first)).toBe(2 + 30 + 6);
  });

  it('are the same whatever the order of the columns', async () => {
    const turned = 'output,input,model,date\n1,9,m,2026-11-02 10:00\n';
    expect((await read(turned)).map(({ dedupeKey }) => dedupeKey)).toEqual(
      (await read(header + row(9))).map(({ dedupeKey }) => dedupeKey),
    );
  });

  it('with an id are one call, however often they occur', async () => {
    const mapping = { ...callMapping, fields: { ...callMapping.fields, id: 'model' } };
    expect(total(await read(header + row(9) + row(20), mapping))).toBe(21);
  });
});

describe('sums of a day', () => {
  const daily: TableMapping = { ...callMapping, rows: 'day', columns: [...callMapping.columns, 'user'] };
  const table = (...rows: string[]) =>
    `date,model,input,output,user\n${rows.map((each) => `${each}\n`).join('')}`;

  it('grow until the next export', async () => {
    const before = await read(table('2026-11-02,m,10,0,ada'), daily);
    const after = await read(table('2026-11-02,m,25,0,ada', '2026-11-03,m,1,0,ada'), daily);
    expect(total(before, after)).toBe(26);
    expect(total(after, before)).toBe(26);
  });

  it('are distinguished by the texts of unmapped columns, in any order', async () => {
    const before = await read(table('2026-11-02,m,10,0,ada', '2026-11-02,m,30,0,eve'), daily);
    const after = await read(
      table('2026-11-02,m,20,0,ada', '2026-11-02,m,5,0,bob', '2026-11-02,m,50,0,eve'),
      daily,
    );
    expect(total(before)).toBe(40);
    expect(total(before, after)).toBe(75);
    expect(total(after, before)).toBe(75);
  });
});

describe('a mapping that was changed', () => {
  const asItWas = readingOf(callMapping);

  it('replaces what it had read, even with less, and counts nothing twice', async () => {
    const text = header + row(9) + row(9) + row(7);
    const before = await read(text);
    const corrected: TableMapping = {
      ...callMapping,
      fields: { occurredAt: 'date', inputTokens: 'output', project: 'model' },
      rows: 'day',
      earlier: [asItWas],
    };
    const after = await read(text, corrected);
    expect(total(after)).toBe(3);
    expect(total(before, after)).toBe(3);
    expect(total(after, before)).toBe(3);
  });

  it('counts rows once even if it could not read them before or can no longer read them', async () => {
    const text = `${header}03.11.2026,m,9,1\n${row(9)}${row(9)}04.11.2026,m,5,1\n`;
    const before = await read(text);
    expect(total(before)).toBe(20);
    const after = await read(text, { ...callMapping, dateFormat: 'day-month-year', earlier: [asItWas] });
    expect(total(before, after)).toBe(20 + 16);
    const second = readingOf({ ...callMapping, dateFormat: 'day-month-year' });
    const back = await read(text, { ...callMapping, earlier: [asItWas, second] });
    expect(total(before, after, back)).toBe(36);
  });

  it('does so in any order, for any rows and any changes', async () => {
    const cell = fc.constantFrom('1', '2', '30', '1.000', '1,000', '');
    const rows = fc.array(fc.tuple(fc.constantFrom('2026-11-02', '02.11.2026', '11/02/2026'), cell, cell), {
      maxLength: 12,
    });
    const change = fc.record({
      dateFormat: fc.constantFrom('iso', 'day-month-year', 'month-day-year'),
      decimalSign: fc.constantFrom('.', ','),
      rows: fc.constantFrom('call', 'hour', 'day'),
      fields: fc.constantFrom(callMapping.fields, { occurredAt: 'date', inputTokens: 'input' }),
    });
    await fc.assert(
      fc.asyncProperty(rows, change, change, async (cells, one, two) => {
        const text = `date;model;input;output\n${cells.map(([day, a, b]) => `${day};m;${a};${b}\n`).join('')}`;
        const first: TableMapping = { ...callMapping, ...one };
        const second: TableMapping = { ...callMapping, ...two, earlier: [readingOf(first)] };
        const [before, after] = [await read(text, first), await read(text, second)];
        // The change alone makes no two rows different, and what can still be read counts as it is read now.
        const names = new Set([...before, ...after].map(({ dedupeKey }) => dedupeKey));
        expect(names.size).toBeLessThanOrEqual(cells.length);
        expect(total(before, after)).toBe(total(after, before));
        const kept = before.filter(({ dedupeKey }) => !after.some((event) => event.dedupeKey === dedupeKey));
        expect(total(before, after)).toBe(total(after) + total(kept));
        expect(total(after, after)).toBe(total(after));
      }),
    );
  });
});
