import type { TokenCounters } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import type { SourceSink } from '../source';
import { nanoUsdOf, reportCall } from './agent-call';
import { cacheOverInput } from './call';
import { isProblem, readCounters, type FieldProblem } from './json-fields';

const counters = ['input', 'output', 'cacheRead', 'cacheWrite', 'reasoning', 'total'] as const;

/** One call, or the total of a session, as its tool recorded it. */
export interface RecordedUsage extends Omit<
  Partial<SourceUsageEvent>,
  keyof TokenCounters | 'occurredAt' | 'position' | 'recordedCostNanoUsd'
> {
  /** The tool's own values. Missing and null are 0; anything that isn't a count is a problem. */
  counts: Partial<Record<(typeof counters)[number], unknown>>;
  /**
   * Whether the tool's input includes its cache tokens. `unless larger`: yes, unless they exceed the input. `by
   * total`: as the record's own total shows, else yes.
   */
  holdsCache: boolean | 'unless larger' | 'by total';
  /** The tool's output excludes its reasoning. */
  isReasoningApart?: boolean;
  when: { time: number } | FieldProblem;
  dedupeKey: string;
  /** In dollars, if the tool's own cost can be trusted. */
  cost?: unknown;
}

/** The counts of a database's row, or of an object, with the names that most tools use. */
export function countsIn(row: Readonly<Record<string, unknown>>): RecordedUsage['counts'] {
  return {
    input: row.input_tokens,
    output: row.output_tokens,
    cacheRead: row.cache_read_tokens,
    cacheWrite: row.cache_write_tokens,
    reasoning: row.reasoning_tokens,
  };
}

/** Reports a tool's record in the additive counters, or what is wrong with it. A record without usage is ignored. */
export function reportUsage(
  sink: SourceSink,
  { position, line = position }: { position: number; line?: number },
  recorded: RecordedUsage,
): void {
  const { counts: values, holdsCache, isReasoningApart = false, when, cost, ...known } = recorded;
  const counts = readCounters(values, counters);
  if (isProblem(counts)) {
    sink.problem(counts.problem, line);
    return;
  }
  const recordedCostNanoUsd = nanoUsdOf(cost);
  const isNothing = counters.every((counter) => counter === 'total' || counts[counter] === 0);
  if (isNothing && known.countQuality !== 'cost-only') return;
  if (isProblem(when)) {
    sink.problem(when.problem, line);
    return;
  }
  const cached = counts.cacheRead + counts.cacheWrite;
  const outputTokens = counts.output + (isReasoningApart ? counts.reasoning : 0);
  const inputTokens = counts.input - (isInside(holdsCache, counts, outputTokens) ? cached : 0);
  if (inputTokens < 0) {
    sink.problem(cacheOverInput, line);
    return;
  }
  reportCall(sink, {
    ...known,
    inputTokens,
    cacheReadTokens: counts.cacheRead,
    cacheWrite5mTokens: counts.cacheWrite,
    outputTokens,
    // Some tools estimate it, so it is capped at the output.
    reasoningTokens: Math.min(counts.reasoning, outputTokens),
    occurredAt: when.time,
    position,
    recordedCostNanoUsd,
  });
}

function isInside(
  holdsCache: RecordedUsage['holdsCache'],
  { input, cacheRead, cacheWrite, total }: Record<(typeof counters)[number], number>,
  output: number,
): boolean {
  const cached = cacheRead + cacheWrite;
  if (holdsCache === 'unless larger') return cached <= input;
  return holdsCache === 'by total' ? total !== input + cached + output : holdsCache;
}
