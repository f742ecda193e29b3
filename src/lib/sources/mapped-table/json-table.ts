import type { RowPlace } from '../../model/table-mapping';
import { asObject, type JsonObject } from '../reading/json-fields';
import { firstRecords, startOfDocument } from '../reading/json-head';
import { placesIn, rowsOf } from './row-place';
import type { TableRow } from './row';

/** The first records of a JSON file, and the rows in them. */
export class JsonTable {
  /** The record is longer than this window, so only the lists in it can be used. */
  readonly isCut: boolean;
  private readonly records: readonly { record: JsonObject; line: number }[];

  /** @param head the start of the file */
  constructor(
    head: string,
    private readonly most: number,
  ) {
    const whole = firstRecords(head, most);
    this.isCut = whole.length === 0;
    this.records = this.isCut ? cutRecords(head) : whole;
  }

  get recordCount(): number {
    return this.isCut ? 0 : this.records.length;
  }

  /** The places that exist, outermost first. */
  get places(): RowPlace[] {
    const places = placesIn(this.records.map(({ record }) => record));
    return this.isCut ? places.slice(1) : places;
  }

  /** The first rows at a place, each with its line or, inside a record, its number (both from 1). */
  rowsAt(place: RowPlace): { row: TableRow; line: number }[] {
    const rows: { row: TableRow; line: number }[] = [];
    if (this.isCut && place.length === 0) return rows;
    let number = 0;
    for (const { record, line } of this.records) {
      for (const row of rowsOf(record, place)) {
        number += 1;
        if (rows.length === this.most) return rows;
        if (row !== null) rows.push({ row, line: place.length === 0 ? line : number });
      }
    }
    return rows;
  }
}

function cutRecords(head: string): { record: JsonObject; line: number }[] {
  const start = startOfDocument(head);
  const records = Array.isArray(start) ? (start as unknown[]) : [start];
  return records.flatMap((each) => {
    const record = asObject(each);
    return record === null ? [] : [{ record, line: 1 }];
  });
}

/** The names of all columns of these rows; those of the rows themselves come first. */
export function columnsOfRows(rows: readonly { row: TableRow }[]): string[] {
  const own = rows.flatMap(({ row }) => row.labels);
  return [...new Set([...own, ...rows.flatMap(({ row }) => row.columns)])];
}
