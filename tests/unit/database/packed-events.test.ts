import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBatch } from '../../../src/lib/database/imports/open-batch';
import { eventKey, familyOfKey } from '../../../src/lib/model/event-key';
import { emptyRecords, packRecords } from '../../../src/lib/model/source-records';
import { countQualities, type SourceUsageEvent } from '../../../src/lib/model/usage-event';

const text = fc
  .string({ minLength: 1, maxLength: 8 })
  .filter((each) => !each.includes('\0') && !each.includes(':'));
const textOrNull = fc.option(fc.constantFrom('a', 'b', 'ä "\\'), { nil: null });
const counter = fc.nat(1_000_000_000_000);

/** With every field that an event can have, so that none can be forgotten on the way. */
const event: fc.Arbitrary<Required<SourceUsageEvent>> = fc.record({
  dedupeKey: fc.oneof(
    text,
    fc.tuple(text, text).map(([one, other]) => `codex-cli:${one}:${other}`),
  ),
  sessionId: textOrNull,
  occurredAt: fc.integer({ min: Date.UTC(2020), max: Date.UTC(2099) }),
  granularity: fc.constantFrom('moment', 'day'),
  path: textOrNull,
  provider: textOrNull,
  model: textOrNull,
  eventType: text,
  llmMode: fc.constantFrom('local', 'cloud'),
  position: fc.nat(),
  isOutputFinal: fc.boolean(),
  precedence: fc.maxSafeInteger(),
  recordedCostNanoUsd: fc.option(counter, { nil: null }),
  serviceTier: textOrNull,
  countQuality: fc.constantFrom(...countQualities),
  inputTokens: counter,
  cacheReadTokens: counter,
  cacheWrite5mTokens: counter,
  cacheWrite1hTokens: counter,
  outputTokens: fc.constant(1_000_000_000_000),
  reasoningTokens: counter,
});

it('events arrive unchanged under their keys', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 20 }),
      fc.constantFrom('codex-cli', 'traex', 'other'),
      (events, source) => {
        const { bytes, count } = packRecords({ ...emptyRecords(), events }, source);
        const opened = openBatch({ importId: 'i', batch: 0, source, records: [bytes], createdAt: 0 });
        expect(count).toBe(events.length);
        expect(opened.events).toEqual(
          events.map(({ dedupeKey, ...rest }) => ({
            key: eventKey(dedupeKey, source),
            family: familyOfKey(dedupeKey, source),
            event: rest,
            kind: expect.objectContaining({ model: rest.model, countQuality: rest.countQuality }) as unknown,
            // Only if a family must be replaced in the text.
            ...(source !== 'codex-cli' && dedupeKey.startsWith('codex-cli:') && { dedupeKey }),
          })),
        );
      },
    ),
  );
});
