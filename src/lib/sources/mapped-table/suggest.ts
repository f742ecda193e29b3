import {
  dateFormats,
  inputContents,
  reasoningPlaces,
  type DateFormat,
  type TableReading,
} from '../../model/table-mapping';
import { totalTokensOf } from '../../model/tokens';
import { isProblem } from '../reading/json-fields';
import { checkMapping } from './check';
import type { TablePreview } from './preview';
import type { RowUsage } from './row';
import { suggestFields } from './suggest-fields';

/**
 * Proposes a mapping for a table: its columns by their names, and the variant that can read most of the rows. A total
 * in the table settles what its counts include.
 * @param isMonthFirst whether dates in the user's country start with the month, for rows that don't settle it
 */
export function suggestReading(preview: TablePreview, now: number, isMonthFirst: boolean): TableReading {
  const fields = suggestFields(preview);
  const columns = [...preview.columns];
  const place = preview.rowsAt.length > 0 ? { rowsAt: [...preview.rowsAt] } : {};
  const start = {
    ...place,
    columns,
    fields,
    rows: 'call' as const,
    llmMode: 'cloud' as const,
    constants: {},
  };
  const tries = formatsFor(preview, fields.occurredAt, isMonthFirst).flatMap((dateFormat) =>
    signsFor(preview).map((decimalSign) => {
      const ways = inputContents.flatMap((inputHolds) =>
        reasoningPlaces.map((reasoning) => ({ ...start, dateFormat, decimalSign, inputHolds, reasoning })),
      );
      return best(
        ways.map((way) => tried(preview, way, now)),
        ({ usages }) => usages.length,
      );
    }),
  );
  const readable = Math.max(...tries.map(({ usages }) => usages.length));
  // `1.000` is a thousand rather than one, because counts have no decimals.
  const { reading, usages } = best(
    tries.filter((each) => each.usages.length === readable),
    (each) => each.usages.reduce((sum, { tokens }) => sum + totalTokensOf(tokens), 0),
  );
  const isDaily = usages.length > 0 && usages.every(({ isDay }) => isDay);
  return isDaily ? { ...reading, rows: 'day' } : reading;
}

interface Try {
  reading: TableReading;
  usages: RowUsage[];
}

function tried(preview: TablePreview, reading: TableReading, now: number): Try {
  const { rows } = checkMapping(preview, reading, now);
  return { reading, usages: rows.flatMap((row) => (row === null || isProblem(row) ? [] : row)) };
}

/** Dates with points always have the day first. */
function formatsFor(preview: TablePreview, column: string | undefined, isMonthFirst: boolean): DateFormat[] {
  const position = column === undefined ? -1 : preview.columns.indexOf(column);
  const hasPoints = preview.rows.some(({ cells }) => /^\d{1,2}\.\d/.test(cells[position]?.trim() ?? ''));
  const last = hasPoints || !isMonthFirst ? 'month-day-year' : 'day-month-year';
  return [...dateFormats.filter((format) => format !== last), last];
}

/**
 * The more likely decimal sign first, judged by the numbers of all columns, because the user may choose other columns
 * than proposed.
 */
function signsFor(preview: TablePreview): TableReading['decimalSign'][] {
  const cells = preview.rows.flatMap((row) => row.cells.map((cell) => cell.trim()));
  const count = (pattern: RegExp): number => cells.filter((cell) => pattern.test(cell)).length;
  const commas = count(/^-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2})$/);
  const points = count(/^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})$/);
  return commas > points ? [',', '.'] : ['.', ','];
}

/** The first item with the highest score. */
function best<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Item {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('There are no columns to choose from.');
  return others.reduce((leader, item) => (scoreOf(item) > scoreOf(leader) ? item : leader), first);
}
