import { describe, expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { countsOf, readFixture } from './read-fixture';

describe('Copilot CLI’s store', () => {
  it('replaces the sums of its session’s events by calls, also when it has grown since', async () => {
    const { events } = await readFixture('copilot-cli/session-store.db');
    const sums = events.filter(({ precedence }) => precedence !== undefined);
    expect(sums.map(({ dedupeKey }) => dedupeKey)).toEqual([
      'copilot-cli:s-store:claude-sonnet-4.5',
      'copilot-cli:s-store:gpt-5-mini',
    ]);
    const [first, second] = events;
    const ofEvents = { ...second!, inputTokens: 400, countQuality: 'session-total' as const, precedence: 0 };
    const ofEarlierStore = { ...first!, dedupeKey: second!.dedupeKey, precedence: 1 };
    const alone = new BestRecords();
    for (const event of events) alone.add(event);
    const best = new BestRecords();
    for (const event of [...events, ofEvents, ofEarlierStore]) best.add(event);
    expect(countsOf(best)).toEqual(countsOf(alone));
  });
});
