import type { TableRecord } from './csv';

/** Columns that measure. A new one of them must not change a bucket's name. */
const measure =
  /tokens|^num|^n(context|generated)|(count|counts|requests|cost|costs|amount|amountvalue|spend|usd|seconds|characters|duration|latency|images)$/;

/**
 * What names a bucket of an aggregated export: every column that does not measure, by name, blank ones left out. So
 * the same bucket exported later, when it is larger, has the same name; and two buckets that differ only in a column
 * which the export got after this was written are two.
 */
export function bucketIdentity(record: TableRecord, besides: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [name, position] of record.header.positions) {
    const value = record.cells[position]?.trim() ?? '';
    if (value !== '' && !besides.has(name) && !measure.test(name)) parts.push(`${name}=${value}`);
  }
  return JSON.stringify(parts.sort());
}
