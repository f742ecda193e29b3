import type { TokenCounters } from '../../model/tokens';
import { countsOf, objectOf, type FieldReader } from '../reading/fields';
import { readCounters, isProblem, type FieldProblem, type JsonObject } from '../reading/json-fields';
import { unsettled } from '../reading/call';

type Kind = 'input' | 'cacheRead' | 'cacheWrite5m' | 'cacheWrite1h' | 'output' | 'reasoning' | 'total';

/** The counters of one generation; null if it has none. */
export function readLangfuseUsage(record: FieldReader): Partial<TokenCounters> | FieldProblem | null {
  const details = objectOf(record, 'usagedetails', 'usage');
  if (details !== null && Object.keys(details).length > 0) return readDetails(details);
  const counts = countsOf(record, {
    inputTokens: ['inputusage', 'prompttokens', 'inputtokens'],
    outputTokens: ['outputusage', 'completiontokens', 'outputtokens'],
  });
  if (isProblem(counts)) return counts;
  return counts.inputTokens + counts.outputTokens === 0 ? null : counts;
}

/**
 * `usage_details` has arbitrary keys. Langfuse's own integrations write disjoint parts, but users also send a
 * provider's usage unchanged, whose parts are included in its input and output. The record's total decides; without
 * parts there is nothing to decide.
 */
function readDetails(details: JsonObject): Partial<TokenCounters> | FieldProblem {
  const { unit, ...numbers } = details;
  const values = readCounters(withNumbers(numbers), Object.keys(numbers));
  if (typeof unit === 'string' && unit.toUpperCase() !== 'TOKENS') return { problem: 'usage-not-in-tokens' };
  if (isProblem(values)) return { problem: 'usage-detail-not-a-count' };
  const sums = new Map<Kind, number>();
  for (const [key, value] of Object.entries(values)) {
    const kind = kindOf(key);
    if (kind === null && value > 0) return { problem: 'usage-detail-unknown' };
    if (kind !== null) sums.set(kind, (sums.get(kind) ?? 0) + value);
  }
  return settle((kind) => sums.get(kind) ?? 0, sums.get('total') ?? null);
}

/** The database that Langfuse exports from may write integers as strings. */
function withNumbers(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}

function settle(sum: (kind: Kind) => number, total: number | null): Partial<TokenCounters> | FieldProblem {
  const cached = sum('cacheRead') + sum('cacheWrite5m') + sum('cacheWrite1h');
  const cache = {
    cacheReadTokens: sum('cacheRead'),
    cacheWrite5mTokens: sum('cacheWrite5m'),
    cacheWrite1hTokens: sum('cacheWrite1h'),
    reasoningTokens: sum('reasoning'),
  };
  const parts = cached + sum('reasoning');
  const whole = sum('input') + sum('output');
  if (total === null || total === whole + parts) {
    return { ...cache, inputTokens: sum('input'), outputTokens: sum('output') + sum('reasoning') };
  }
  if (total === whole && cached <= sum('input') && sum('reasoning') <= sum('output')) {
    return { ...cache, inputTokens: sum('input') - cached, outputTokens: sum('output') };
  }
  if (total === whole + cached && sum('reasoning') <= sum('output')) {
    return { ...cache, inputTokens: sum('input'), outputTokens: sum('output') };
  }
  return { problem: unsettled };
}

function kindOf(name: string): Kind | null {
  const key = name.toLowerCase();
  if (/^total(_?tokens)?$/.test(key)) return 'total';
  if (key.includes('cache')) {
    if (/write|creation|created/.test(key)) return key.includes('1h') ? 'cacheWrite1h' : 'cacheWrite5m';
    return 'cacheRead';
  }
  if (key.includes('reasoning') || key.includes('thought')) return 'reasoning';
  if (key.includes('input') || key.includes('prompt')) return 'input';
  return key.includes('output') || key.includes('completion') ? 'output' : null;
}
