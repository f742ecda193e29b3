import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestFirst, isBetter, rankingColumns } from '../../../src/lib/database/events/better-record';
import { Dimensions } from '../../../src/lib/database/events/dimensions';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { isBetterRecord } from '../../../src/lib/sources/reading/better-record';
import { totalTokensOf } from '../../../src/lib/model/tokens';
import { openTestDatabase } from './open';
import { sourceEvent } from './samples';

/** Few values each, so that most of them are equal and the next one decides. */
const record = fc
  .record({
    precedence: fc.constantFrom(undefined, -1, 0, 1),
    inputTokens: fc.nat(1),
    outputTokens: fc.nat(1),
    occurredAt: fc.nat(1),
    position: fc.nat(1),
    serviceTier: fc.constantFrom(undefined, null, 'batch', 'fast', 'batch long-context'),
    sessionId: fc.oneof(
      fc.constantFrom(null, 'a', 'b', 'ab', '\u{1f600}', '\uff5e'),
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    ),
  })
  .map(({ precedence, sessionId, serviceTier, ...rest }) =>
    sourceEvent({
      ...rest,
      sessionId: sessionId === '' ? null : sessionId,
      ...(precedence === undefined ? {} : { precedence }),
      ...(serviceTier === undefined ? {} : { serviceTier }),
      cacheReadTokens: 0,
    }),
  );

it('SQL and TypeScript agree on which of two records counts', async () => {
  const { database } = await openTestDatabase();
  const { db } = database;
  const columns = rankingColumns.map((name, index) => `value ->> ${index} AS ${name}`).join(', ');
  const rows = `WITH record AS (SELECT key, ${columns} FROM json_each(?1))`;
  const row = (event: SourceUsageEvent, ids: Dimensions) => [
    ...[event.precedence ?? 0, totalTokensOf(event), event.occurredAt, event.position],
    ids.session('test', event.sessionId, null),
    ids.kind('test', event),
  ];
  fc.assert(
    fc.property(fc.array(record, { minLength: 2, maxLength: 6 }), (events) => {
      const ids = new Dimensions(database);
      const json = JSON.stringify(events.map((event) => row(event, ids)));
      const pairs = db.selectArrays(
        `${rows} SELECT one.key, other.key FROM record AS one, record AS other WHERE ${isBetter('one', 'other')}`,
        [json],
      );
      const expected = events.flatMap((one, index) =>
        events.flatMap((other, place) => (isBetterRecord(one, other) ? [[index, place]] : [])),
      );
      expect(pairs).toEqual(expected);
      const [best] = db.selectArrays(`${rows} SELECT key FROM record ORDER BY ${bestFirst('record')}`, [
        json,
      ]);
      const first = events[best?.[0] as number];
      expect(events.every((event) => first && !isBetterRecord(event, first))).toBe(true);
    }),
    { numRuns: 500 },
  );
  db.close();
});
