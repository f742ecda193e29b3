import { describe, expect, it } from 'vitest';
import { readFixture } from './read-fixture';

describe('SWE-agent', () => {
  it('dates a run by its file, and reports that', async () => {
    const { events, problems } = await readFixture('swe-agent/acme__engine-1.traj');
    expect(events).toMatchObject([
      {
        inputTokens: 52_000,
        occurredAt: Date.UTC(2026, 2, 2, 12),
        model: 'gpt-4o',
        countQuality: 'session-total',
      },
    ]);
    expect(problems).toHaveLength(1);
  });
});
