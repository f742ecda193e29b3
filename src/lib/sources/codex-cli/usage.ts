import type { TokenCounters } from '../../model/tokens';
import type { ChainHash } from '../../model/chain-hash';
import {
  asObject,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';

/** Usage in Codex's format: input includes cached tokens and those written to the cache, output includes reasoning. */
const keys = [
  'input_tokens',
  'cached_input_tokens',
  'output_tokens',
  'reasoning_output_tokens',
  'total_tokens',
] as const;

/** Written by newer versions only. It must not identify a record, or older imports of the same log would count again. */
const writeKey = 'cache_write_input_tokens';

export type CodexUsage = Record<(typeof keys)[number] | typeof writeKey, number>;

/** One `token_count` record: the session's sum so far and the last step. Either may be missing. */
export interface TokenCount {
  total: CodexUsage | null;
  last: CodexUsage | null;
}

/** Null if the record is a heartbeat without counts. */
export function readTokenCount(info: JsonObject): TokenCount | FieldProblem | null {
  const total = readUsage(info.total_token_usage);
  const last = readUsage(info.last_token_usage);
  if (total !== null && isProblem(total)) return total;
  if (last !== null && isProblem(last)) return last;
  return total === null && last === null ? null : { total, last };
}

function readUsage(value: unknown): CodexUsage | FieldProblem | null {
  if (value === undefined || value === null) return null;
  const usage = asObject(value);
  if (usage === null) return { problem: 'usage-not-an-object' };
  const counters = readCounters(usage, [...keys, writeKey]);
  if (isProblem(counters)) return counters;
  if (counters.cached_input_tokens > counters.input_tokens) {
    return { problem: 'cache-over-input' };
  }
  if (counters.reasoning_output_tokens > counters.output_tokens) {
    return { problem: 'reasoning-over-output' };
  }
  // A token that was read and written again counts as read.
  const uncached = counters.input_tokens - counters.cached_input_tokens;
  return { ...counters, [writeKey]: Math.min(counters[writeKey], uncached) };
}

/**
 * Computes what each `token_count` record of a file adds, in order. The result depends only on this record and those
 * before it, inherited or not, so a copied row has the same value as its original.
 */
export class CodexCounter {
  private baseline = noUsage();
  private previous: CodexUsage | null = null;

  /** Null if the record repeats the one before it. */
  next({ total, last }: TokenCount): TokenCounters | null {
    const isRepeated = total !== null && this.previous !== null && isEqual(total, this.previous);
    const spent = isRepeated ? null : (last ?? (total === null ? null : increase(total, this.baseline)));
    if (total !== null) {
      // A sum of zero restarts the count; any other smaller sum doesn't lower the baseline.
      this.baseline = keys.every((key) => total[key] === 0) ? total : maximum(total, this.baseline);
      this.previous = total;
    }
    return spent === null ? null : toCounters(spent);
  }
}

/** Adds the record to the hash of all records up to it. */
export function hashTokenCount(hash: ChainHash, { total, last }: TokenCount): void {
  for (const usage of [total, last]) {
    hash.add(usage === null ? 0 : 1);
    for (const key of keys) hash.add(usage?.[key] ?? 0);
  }
}

function toCounters(usage: CodexUsage): TokenCounters {
  return {
    inputTokens: usage.input_tokens - usage.cached_input_tokens - usage[writeKey],
    cacheReadTokens: usage.cached_input_tokens,
    cacheWrite5mTokens: usage[writeKey],
    cacheWrite1hTokens: 0,
    outputTokens: usage.output_tokens,
    reasoningTokens: usage.reasoning_output_tokens,
  };
}

function noUsage(): CodexUsage {
  return mapUsage(() => 0);
}

function maximum(a: CodexUsage, b: CodexUsage): CodexUsage {
  return mapUsage((key) => Math.max(a[key], b[key]));
}

function increase(total: CodexUsage, baseline: CodexUsage): CodexUsage {
  const usage = mapUsage((key) => Math.max(0, total[key] - baseline[key]));
  // Each component has its own maximum, so a part may seem to grow more than the whole.
  usage.cached_input_tokens = Math.min(usage.cached_input_tokens, usage.input_tokens);
  usage.reasoning_output_tokens = Math.min(usage.reasoning_output_tokens, usage.output_tokens);
  usage[writeKey] = Math.min(usage[writeKey], usage.input_tokens - usage.cached_input_tokens);
  return usage;
}

function isEqual(a: CodexUsage, b: CodexUsage): boolean {
  return keys.every((key) => a[key] === b[key]);
}

function mapUsage(value: (key: keyof CodexUsage) => number): CodexUsage {
  const usage = {} as CodexUsage;
  for (const key of [...keys, writeKey] as const) usage[key] = value(key);
  return usage;
}
