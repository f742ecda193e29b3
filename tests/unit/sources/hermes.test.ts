import { describe, expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { countsOf, readFixture } from './read-fixture';

describe('Hermes', () => {
  it('replaces the sum of a session by those of its models and tasks', async () => {
    const { events } = await readFixture('hermes/state.db');
    const ofModels = events.filter(({ sessionId }) => sessionId === 'h4');
    const [first] = ofModels;
    expect(ofModels.map(({ model }) => model)).toEqual(['gpt-5-mini', 'gpt-5', 'gpt-5-mini']);
    const asBefore = { ...first!, inputTokens: 300, cacheReadTokens: 600, precedence: 0 };
    const best = new BestRecords();
    for (const event of [asBefore, ...ofModels, asBefore]) best.add(event);
    expect(countsOf(best)).toEqual(countsOf(ofModels));
  });
});
