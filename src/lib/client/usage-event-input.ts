import { v7 as uuid } from 'uuid';
import { TokentabError } from '../model/errors';
import { isPlausible } from '../model/time-limits';
import type { NewUsageEvent } from '../protocol/commands';
import { parseInput, recordedUsageEvent } from './public-api-input';

/**
 * Converts a `RecordedUsageEvent` of the public API into the additive counters that are stored.
 * @param value comes from a script, so it may be anything
 * @param now UTC milliseconds
 * @throws `BadInput`
 */
export function toNewUsageEvent(value: unknown, now: number): NewUsageEvent {
  const event = parseInput(recordedUsageEvent, value);
  const { cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens, reasoningTokens } = event;
  const { promptTokens, completionTokens: outputTokens } = event;
  const totalTokens = promptTokens + outputTokens;
  if (event.totalTokens !== undefined && event.totalTokens !== totalTokens) {
    throw badInput(`totalTokens must be promptTokens + completionTokens, which is ${totalTokens}.`);
  }
  const inputTokens = promptTokens - cacheReadTokens - cacheWrite5mTokens - cacheWrite1hTokens;
  if (inputTokens < 0) throw badInput('Cache tokens are part of promptTokens and cannot exceed it.');
  if (reasoningTokens > outputTokens) {
    throw badInput('reasoningTokens is a part of completionTokens and cannot be more than it.');
  }
  const occurredAt = event.occurredAt ?? now;
  if (!isPlausible(occurredAt, now)) {
    throw badInput('occurredAt must lie between 2020 and the day after tomorrow, in UTC milliseconds.');
  }
  return {
    id: event.id ?? uuid(),
    projectId: event.projectId,
    eventType: event.eventType,
    llmMode: event.llmMode,
    provider: event.provider ?? null,
    model: event.model ?? null,
    occurredAt,
    inputTokens,
    cacheReadTokens,
    cacheWrite5mTokens,
    cacheWrite1hTokens,
    outputTokens,
    reasoningTokens,
  };
}

function badInput(hint: string): TokentabError {
  return new TokentabError('BadInput', { code: 'invalid-argument', hint });
}
