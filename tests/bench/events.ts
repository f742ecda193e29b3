import type { SourceUsageEvent } from '../../src/lib/model/usage-event';

/**
 * Claude Code events as in a batch, the same for the same numbers: 40 folders, 3 models, sessions of 20 calls, over
 * half a year.
 */
export function makeEvents(from: number, count: number): SourceUsageEvent[] {
  const events: SourceUsageEvent[] = [];
  const hex = (value: number): string =>
    (Math.imul(value, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0') + value.toString(16).padStart(8, '0');
  for (let index = from; index < from + count; index += 1) {
    const session = Math.floor(index / 20);
    const mixed = Math.imul(index, 0x85ebca6b) >>> 0;
    events.push({
      dedupeKey: `claude-code:msg_${hex(index)}:req_${hex(index + 7)}`,
      sessionId: `0199aaaa-0000-7000-8000-${hex(session).slice(0, 12)}`,
      occurredAt: Date.UTC(2026, 4, 1) + (((session * 7919) % 184) * 86_400 + (index % 20) * 60) * 1000,
      granularity: 'moment',
      path: `/home/ada/work/project-${session % 40}`,
      provider: 'anthropic',
      model: ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'][session % 3] ?? '',
      eventType: 'chat',
      llmMode: 'cloud',
      position: (index % 20) + 1,
      isOutputFinal: true,
      inputTokens: mixed % 50,
      cacheReadTokens: mixed % 90_000,
      cacheWrite5mTokens: mixed % 4_000,
      cacheWrite1hTokens: 0,
      outputTokens: mixed % 900,
      reasoningTokens: 0,
    });
  }
  return events;
}

/** The number of events that the app puts into one batch. */
export const batchSize = 8_000;
