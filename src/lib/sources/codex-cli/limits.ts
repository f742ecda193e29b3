import {
  longestWindowMinutes,
  mostUsedPercent,
  type PlanLimit,
  type PlanLimits,
} from '../../model/plan-limits';
import { asObject, type JsonObject } from '../reading/json-fields';

/** Newer versions also record the limits of single models, under other ids. */
const planId = 'codex';

/**
 * The `rate_limits` of a record that was written at `recordedAt` (UTC milliseconds); null if it has none. Older
 * versions wrote the remaining seconds, newer ones the time of the reset in seconds. Unreadable values are ignored,
 * since they aren't usage.
 */
export function readLimits(fields: JsonObject, recordedAt: number): PlanLimits | null {
  if ((fields.limit_id ?? planId) !== planId) return null;
  const limits = [fields.primary, fields.secondary]
    .flatMap((each) => readLimit(asObject(each), recordedAt) ?? [])
    .sort((a, b) => (a.windowMinutes ?? 0) - (b.windowMinutes ?? 0));
  return limits.length === 0 ? null : { recordedAt, limits };
}

function readLimit(fields: JsonObject | null, recordedAt: number): PlanLimit | null {
  if (fields === null) return null;
  const usedPercent = numberUpTo(fields.used_percent, mostUsedPercent);
  if (usedPercent === null) return null;
  const minutes = numberUpTo(fields.window_minutes, longestWindowMinutes);
  const windowMinutes = minutes === null || minutes < 1 ? null : Math.round(minutes);
  return { usedPercent, windowMinutes, resetsAt: resetOf(fields, recordedAt) };
}

/** No window resets later after the record than the longest window lasts. */
function resetOf({ resets_at, resets_in_seconds }: JsonObject, recordedAt: number): number | null {
  const latest = recordedAt + longestWindowMinutes * 60_000;
  const at = numberUpTo(resets_at, latest / 1000);
  if (at !== null) return Math.round(at * 1000);
  const left = numberUpTo(resets_in_seconds, longestWindowMinutes * 60);
  return left === null ? null : Math.round(recordedAt + left * 1000);
}

function numberUpTo(value: unknown, most: number): number | null {
  return typeof value === 'number' && value >= 0 && value <= most ? value : null;
}
