import {
  longestWindowMinutes,
  mostUsedPercent,
  type PlanLimit,
  type PlanLimits,
} from '../../model/plan-limits';
import type { Connection } from '../context';
import { run } from '../sql/statements';
import { readSetting, writeSetting } from './settings';

const keyOf = (source: string) => `planLimits:${source}`;

/** The latest plan limits in a source's files; null if they contained none. */
export function getPlanLimits(connection: Connection, source: string): PlanLimits | null {
  return readSetting(connection, keyOf(source)) as PlanLimits | null;
}

/** Keeps the newest limits, from any file or import. */
export function keepPlanLimits(
  connection: Connection,
  { source, importId, createdAt }: { source: string; importId: string; createdAt: number },
  found: readonly PlanLimits[],
): void {
  const newest = found.reduce<PlanLimits | null>(
    (latest, each) => (each.recordedAt > (latest?.recordedAt ?? 0) ? each : latest),
    null,
  );
  if (newest === null || newest.recordedAt <= (getPlanLimits(connection, source)?.recordedAt ?? 0)) return;
  writeSetting(connection, keyOf(source), { ...newest, importId }, createdAt);
}

/** Call when an import is undone: the next one reads all files again. */
export function forgetPlanLimits(connection: Connection, importId: string): void {
  run(connection, "DELETE FROM settings WHERE key GLOB 'planLimits:*' AND value ->> 'importId' = ?", [
    importId,
  ]);
}

export function isPlanLimits(value: unknown): value is PlanLimits {
  const { recordedAt, limits } = (value ?? {}) as Partial<Record<keyof PlanLimits, unknown>>;
  return isWithin(recordedAt, 0, Number.MAX_SAFE_INTEGER) && Array.isArray(limits) && limits.every(isLimit);
}

function isLimit(value: unknown): value is PlanLimit {
  const { usedPercent, windowMinutes, resetsAt } = (value ?? {}) as Partial<Record<keyof PlanLimit, unknown>>;
  return (
    isWithin(usedPercent, 0, mostUsedPercent) &&
    (windowMinutes === null || isWithin(windowMinutes, 1, longestWindowMinutes)) &&
    (resetsAt === null || isWithin(resetsAt, 0, Number.MAX_SAFE_INTEGER))
  );
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
