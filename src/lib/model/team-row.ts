import { maxCostNanoUsd } from './event-cost';
import { daysIn, monthOf } from './months';
import type { TeamRow } from './team';
import { earliestDay } from './time-limits';
import { counterNames, maxTokensPerCounter } from './tokens';
import { countQualities } from './usage-event';

const lengths = [17, 18];
const mostEvents = 1_000_000_000;
const bases = ['recorded', 'computed', 'free', 'unpriced'];

/** Whether a value that somebody else wrote is a day row of this month. Larger numbers than usage can have aren't. */
export function isTeamRow(row: unknown, month: string): row is TeamRow {
  if (!Array.isArray(row) || !lengths.includes(row.length)) return false;
  const [day, source, provider, model, eventType, llmMode, ...numbers] = row as unknown[];
  const counters = numbers.slice(0, counterNames.length);
  const [cost, basis, quality, events, isNotFinal, ...marks] = numbers.slice(counterNames.length);
  return (
    isDayOf(day, month) &&
    isText(source, 1, 100) &&
    isText(provider, 0, 10_000) &&
    isText(model, 0, 10_000) &&
    isText(eventType, 1, 200) &&
    (llmMode === 'local' || llmMode === 'cloud') &&
    counters.every((count) => isWhole(count, 0, maxTokensPerCounter)) &&
    // Reasoning is part of the output.
    Number(counters[5]) <= Number(counters[4]) &&
    bases.includes(basis as string) &&
    (basis === 'unpriced' ? cost === null : isWhole(cost, 0, maxCostNanoUsd)) &&
    countQualities.some((each) => each === quality) &&
    isWhole(events, 1, mostEvents) &&
    (isNotFinal === 0 || isNotFinal === 1) &&
    marks.every((mark) => typeof mark === 'string' && /^[0-9a-f]{32}$/.test(mark))
  );
}

function isDayOf(day: unknown, month: string): boolean {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || monthOf(day) !== month) return false;
  const number = Number(day.slice(8));
  return number >= 1 && number <= daysIn(month) && day >= earliestDay && day <= '2099-12-31';
}

function isText(text: unknown, least: number, most: number): boolean {
  return (
    typeof text === 'string' &&
    text.length >= least &&
    text.length <= most &&
    // NUL would end it inside SQLite's functions.
    !text.includes('\0') &&
    text.isWellFormed()
  );
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
