/**
 * @learnedFrom descriptions of the export
 * @identifiedBy time, identifying columns and counts
 * @counts input with and without cache writes are separate columns
 * @unconfirmed no real export was available
 */
import { columns } from '../cursor-usage';
import { callOf, keyOf } from '../reading/call';
import type { TableRecord } from '../reading/csv';
import { costOf, countOf, countsOf, textOf } from '../reading/fields';
import { isProblem, type FieldProblem } from '../reading/json-fields';
import { tableReader } from '../reading/table-source';
import { readTableTime } from '../reading/table-time';

const id = 'cursor-usage';

const counters = {
  withWrite: ['inputwcachewrite'],
  withoutWrite: ['inputwocachewrite'],
  cacheRead: ['cacheread'],
  output: ['outputtokens'],
} as const;

export const read = tableReader(columns, (_sink, { now }) => (record) => {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  const total = countOf(record, 'totaltokens');
  if (total !== null && typeof total === 'object') return total;
  const input = settle(counts, total);
  if (isProblem(input)) return input;
  const when = readTableTime(record.value('date'), now);
  if (isProblem(when)) return when;
  return callOf({
    ...input,
    cacheReadTokens: counts.cacheRead,
    outputTokens: counts.output,
    dedupeKey: keyOf(id, when.time, ...identity(record), ...Object.values(counts)),
    occurredAt: when.time,
    granularity: when.isDay ? 'day' : 'moment',
    provider: 'cursor',
    model: textOf(record, 'model'),
    // A word for calls that the plan includes; older exports have the unit in the name.
    recordedCostNanoUsd: costOf(record, 'cost', 'costusd'),
    position: record.number,
  });
});

/** A call's counts are final, so they are part of its identity. How it was charged may change. */
function identity(record: TableRecord): (string | null)[] {
  return ['user', 'cloudagentid', 'automationid', 'model', 'maxmode'].map((name) => textOf(record, name));
}

/**
 * `Input (w/ Cache Write)` is either what was written to the cache, separate from the rest (`w/o`), or all input.
 * Both have been described, so the row's total decides.
 */
function settle(
  counts: Record<keyof typeof counters, number>,
  total: number | null,
): { inputTokens: number; cacheWrite5mTokens: number } | FieldProblem {
  const { withWrite, withoutWrite, cacheRead, output } = counts;
  const beside = { inputTokens: withoutWrite, cacheWrite5mTokens: withWrite };
  if (
    total === null
      ? withWrite === 0 || withoutWrite === 0
      : total === withWrite + withoutWrite + cacheRead + output
  ) {
    return beside;
  }
  if (total === withWrite + cacheRead + output && withWrite >= withoutWrite) {
    return { inputTokens: withoutWrite, cacheWrite5mTokens: withWrite - withoutWrite };
  }
  return { problem: 'row-total-differs' };
}
