import { maxTokensPerCounter, counterNames } from '../../model/tokens';
import { maxCostNanoUsd } from '../../model/event-cost';
import { countQualities, type SourceUsageEvent } from '../../model/usage-event';
import { badInput } from '../sql/check-argument';

/** 2020-01-01 in UTC: an earlier time means a broken record. */
export const earliestTime = 1_577_836_800_000;
/** The end of 2099. Sources report times in the future as problems; this only rejects nonsense. */
const latestTime = 4_102_444_799_999;
const maxTextLength = 10_000;

/**
 * Validates events by hand, because a general validator would take longer than SQLite takes to store them. Sources
 * report unusable records as problems, so anything invalid here is a bug: the whole batch is rejected, and nothing is
 * stored.
 * @throws `BadInput` with the number of the event and the field
 */
export function checkSourceEvents(events: readonly unknown[]): readonly SourceUsageEvent[] {
  for (let index = 0; index < events.length; index += 1) {
    const field = wrongField(events[index] as Partial<SourceUsageEvent> | null);
    if (field !== null) {
      throw badInput(`Event ${index + 1} of this batch cannot be stored: its ${field} is not valid.`);
    }
  }
  return events as readonly SourceUsageEvent[];
}

/** NUL would end the text inside SQLite's JSON functions. */
export function isStorableText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxTextLength && !value.includes('\0');
}

function wrongField(event: Partial<SourceUsageEvent> | null | undefined): string | null {
  if (typeof event !== 'object' || event === null) return 'form';
  for (const counter of counterNames) if (!isCounter(event[counter])) return counter;
  if ((event.reasoningTokens ?? 0) > (event.outputTokens ?? 0)) return 'reasoningTokens';
  if (!isStorableText(event.dedupeKey)) return 'dedupeKey';
  if (!isStorableText(event.eventType)) return 'eventType';
  if (event.sessionId !== null && !isStorableText(event.sessionId)) return 'sessionId';
  if (event.path !== null && !isStorableText(event.path)) return 'path';
  if (event.provider !== null && !isStorableText(event.provider)) return 'provider';
  if (event.model !== null && !isStorableText(event.model)) return 'model';
  if (event.llmMode !== 'local' && event.llmMode !== 'cloud') return 'llmMode';
  if (event.granularity !== 'moment' && event.granularity !== 'day') return 'granularity';
  if (typeof event.isOutputFinal !== 'boolean') return 'isOutputFinal';
  if (!Number.isSafeInteger(event.position) || (event.position ?? -1) < 0) return 'position';
  if (event.precedence !== undefined && !Number.isSafeInteger(event.precedence)) return 'precedence';
  if (!isCost(event.recordedCostNanoUsd ?? 0)) return 'recordedCostNanoUsd';
  if (!isStorableText(event.serviceTier ?? 'standard')) return 'serviceTier';
  if (!countQualities.includes(event.countQuality ?? 'call')) return 'countQuality';
  return isTime(event.occurredAt) ? null : 'occurredAt';
}

function isCounter(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maxTokensPerCounter;
}

function isCost(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maxCostNanoUsd;
}

function isTime(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= earliestTime && (value as number) <= latestTime;
}
