import type { PlanLimit, PlanLimits } from './plan-limits';
import type { CostSums } from './usage-stats';

/** Tools whose plans limit usage per window of 5 hours and per week. */
export const windowSources = ['claude-code', 'codex-cli'] as const;

type WindowSource = (typeof windowSources)[number];

const minute = 60_000;
const hour = 60 * minute;
const windowLength = 5 * hour;
const weekLength = 7 * 24 * hour;
/** Earlier, the pace would only reflect the first call. */
const leastPaced = hour / 6;

/**
 * How far back events must be given. One day more than the week, so that windows of someone who works through the start
 * of the week still begin where they would with the whole history.
 */
export const windowReach = weekLength + 24 * hour;

export interface WindowSums extends CostSums {
  totalTokens: number;
  inexactCount: number;
}

/**
 * Events of one hour, after its start and up to its end. All windows start at a full hour, and an event at the end of
 * one still belongs to it, so no window starts within such an hour. Times are UTC milliseconds.
 */
export interface HourOfEvents extends WindowSums {
  firstAt: number;
  lastAt: number;
}

/** Times are UTC milliseconds. */
export interface PlanWindow extends WindowSums {
  from: number;
  to: number;
  firstEventAt: number;
}

/** A limit that the tool recorded, and the usage in its window. */
export interface RecordedLimit extends PlanLimit {
  /** Whether the window has ended, in which case nothing is known about the current one. */
  isOver: boolean;
  /** The usage so far; null if the window has ended, its start is unknown, or it is too long. */
  window: PlanWindow | null;
}

export interface PlanUsage {
  source: WindowSource;
  /** What the tool last recorded; null if it recorded nothing. */
  recorded: { recordedAt: number; limits: RecordedLimit[] } | null;
  /** The window that is open now; null if none is. */
  window: PlanWindow | null;
  /** The last 7 days up to now: when the tool's own week begins is unknown. */
  week: WindowSums;
}

/** When the last 7 days began: events after it are in them. */
export const weekStart = (now: number): number => now - weekLength;

/**
 * The current window and the last 7 days of one tool; null if it has no event in these days. A window begins at the
 * full hour (UTC) of its first event and lasts 5 hours. The next one begins with an event after its end, or more than
 * 5 hours after the event before.
 * @param hours ascending, none later than `now`; the hour in which the 7 days begin is divided there
 */
export function planUsage(
  source: WindowSource,
  hours: readonly HourOfEvents[],
  now: number,
  recorded: PlanUsage['recorded'] = null,
): PlanUsage | null {
  const week = hours.filter(({ firstAt }) => firstAt > weekStart(now));
  return week.length === 0
    ? null
    : { source, recorded, window: currentWindow(hours, now), week: sumOf(week) };
}

/**
 * Recorded limits with the usage in their windows.
 * @param hoursFrom returns the events from a time up to now
 */
export function recordedUsage(
  { recordedAt, limits }: PlanLimits,
  now: number,
  hoursFrom: (from: number) => readonly HourOfEvents[],
): PlanUsage['recorded'] {
  return {
    recordedAt,
    limits: limits.map((limit) => {
      const { windowMinutes, resetsAt } = limit;
      const length = (windowMinutes ?? 0) * minute;
      const isOver = now >= (resetsAt ?? recordedAt + length);
      // Longer windows would take too long to read every minute.
      if (isOver || resetsAt === null || length === 0 || length > windowReach)
        return { ...limit, isOver, window: null };
      const from = resetsAt - length;
      const hours = hoursFrom(from);
      const firstEventAt = hours[0]?.firstAt ?? from;
      return { ...limit, isOver, window: { from, to: resetsAt, firstEventAt, ...sumOf(hours) } };
    }),
  };
}

function currentWindow(hours: readonly HourOfEvents[], now: number): PlanWindow | null {
  let from = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  let first = 0;
  for (const [index, { firstAt, lastAt }] of hours.entries()) {
    if (firstAt > from + windowLength || firstAt > before + windowLength) {
      from = firstAt - (firstAt % hour);
      first = index;
    }
    before = lastAt;
  }
  const to = from + windowLength;
  const firstEventAt = hours[first]?.firstAt;
  if (firstEventAt === undefined || now >= to) return null;
  return { from, to, firstEventAt, ...sumOf(hours.slice(first)) };
}

function sumOf(hours: readonly HourOfEvents[]): WindowSums {
  const sum = (of: (each: WindowSums) => number) => hours.reduce((all, each) => all + of(each), 0);
  return {
    totalTokens: sum((each) => each.totalTokens),
    costNanoUsd: sum((each) => each.costNanoUsd),
    unpricedTokens: sum((each) => each.unpricedTokens),
    inexactCount: sum((each) => each.inexactCount),
  };
}

/** Usage per hour since the window's first event, rounded; null during the first 10 minutes. */
export function paceOf(window: PlanWindow, now: number): WindowSums | null {
  const passed = now - window.firstEventAt;
  if (passed < leastPaced) return null;
  const perHour = (amount: number) => Math.round((amount * hour) / passed);
  return {
    totalTokens: perHour(window.totalTokens),
    costNanoUsd: perHour(window.costNanoUsd),
    unpricedTokens: perHour(window.unpricedTokens),
    inexactCount: window.inexactCount,
  };
}
