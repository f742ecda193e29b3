import type { TableRecord } from './csv';

/** Columns that hold measurements. A new one in a later export must not change a bucket's key. */
const measure =
  /tokens|^num|^n(context|generated)|(count|counts|requests|cost|costs|amount|amountvalue|spend|usd|seconds|characters|duration|latency|images)$/;

/**
 * The identity of a bucket in an aggregated export: all columns except measurements, by name, without blank ones. So a
 * bucket that has grown keeps its identity in a later export, and two buckets that differ only in a column that is
 * added to the export in the future stay separate. Anthropic writes `not_available` in columns that it has added, for rows
 * that would be blank.
 */
export function bucketIdentity(record: TableRecord, besides: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [name, position] of record.header.positions) {
    const value = record.cells[position]?.trim() ?? '';
    if (value !== '' && value !== 'not_available' && !besides.has(name) && !measure.test(name))
      parts.push(`${name}=${value}`);
  }
  return JSON.stringify(parts.sort());
}
