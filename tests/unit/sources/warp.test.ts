import { describe, expect, it } from 'vitest';
import { readFixture } from './read-fixture';

describe('Warp', () => {
  it('keeps an unsplit total as such, unpriced', async () => {
    const { events } = await readFixture('warp/warp.db');
    expect(events).toMatchObject([
      { inputTokens: 5000, countQuality: 'total-only', path: '/home/ada/engine' },
      { inputTokens: 700, countQuality: 'total-only' },
      { inputTokens: 90, countQuality: 'total-only', model: 'own' },
    ]);
  });
});
