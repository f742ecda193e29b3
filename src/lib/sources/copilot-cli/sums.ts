import { counterNames, noTokens, type TokenCounters } from '../../model/tokens';
import { asObject, isProblem, readCounters, type FieldProblem } from '../reading/json-fields';

/** The key of a model in a session. The events and the database share it, but no ids of single calls. */
export function keyOfModel(session: string, model: string | null): string {
  return `copilot-cli:${session}:${model ?? ''}`;
}

export function added(sums: readonly TokenCounters[]): TokenCounters {
  const total = { ...noTokens };
  for (const sum of sums) for (const name of counterNames) total[name] += sum[name];
  return total;
}

const counterKeys = [
  'inputTokens',
  'outputTokens',
  'cacheReadTokens',
  'cacheWriteTokens',
  'reasoningTokens',
] as const;

/** Input includes both cache counts and output includes reasoning, so the total is input plus output. */
export function readUsage(value: unknown): TokenCounters | FieldProblem {
  const usage = asObject(value);
  if (usage === null) return { problem: { code: 'not-an-object', field: 'usage' } };
  const counts = readCounters(usage, counterKeys);
  if (isProblem(counts)) return counts;
  const inputTokens = counts.inputTokens - counts.cacheReadTokens - counts.cacheWriteTokens;
  if (inputTokens < 0) return { problem: 'cache-over-input' };
  if (counts.reasoningTokens > counts.outputTokens) {
    return { problem: 'reasoning-over-output' };
  }
  return {
    ...noTokens,
    inputTokens,
    cacheReadTokens: counts.cacheReadTokens,
    cacheWrite5mTokens: counts.cacheWriteTokens,
    outputTokens: counts.outputTokens,
    reasoningTokens: counts.reasoningTokens,
  };
}
