import { describe, expect, it } from 'vitest';
import { fillSampleDatabase } from '../../../../src/lib/ingest/sample/sample-data';
import { sampleDay, sampleProjects } from '../../../../src/lib/ingest/sample/sample-usage';
import { counterNames } from '../../../../src/lib/model/tokens';
import { RecordingTarget } from '../run/recording-target';

const noon = Date.UTC(2026, 10, 15, 12);

class SampleTarget extends RecordingTarget {
  override call: RecordingTarget['call'] = async (command, ...args) => {
    if (command === 'getImports') return (this.end === null ? [] : [{ status: 'finished' }]) as never;
    if (command === 'getProjects') {
      return sampleProjects.map(({ path }) => ({ id: path, name: path.split('/').at(-1) })) as never;
    }
    return super.call(command, ...args);
  };
}

async function fill(now: number): Promise<SampleTarget> {
  const target = new SampleTarget();
  await fillSampleDatabase(target, now);
  return target;
}

describe('sample data', () => {
  it('consists of about two thousand valid calls in three months, none in the future', async () => {
    const { events, batches } = await fill(noon);
    expect(events.length).toBeGreaterThan(1_500);
    expect(events.length).toBeLessThan(3_000);
    expect(Math.max(...events.map((event) => event.occurredAt))).toBeLessThanOrEqual(noon);
    expect(new Set(events.map((event) => new Date(event.occurredAt).toISOString().slice(0, 7))).size).toBe(4);
    expect(new Set(events.map(({ model }) => model)).size).toBe(4);
    expect(new Set(batches.flatMap(({ sessions }) => sessions.map(({ beganIn }) => beganIn))).size).toBe(6);
    for (const event of events) {
      for (const name of counterNames) expect(Number.isInteger(event[name]) && event[name] >= 0).toBe(true);
    }
  });

  it('of a day that is over is the same whenever it is generated', async () => {
    const midnight = noon - 43_200_000;
    const days = (target: SampleTarget) =>
      target.events.filter(({ occurredAt }) => occurredAt > noon - 30 * 86_400_000 && occurredAt < midnight);
    expect(days(await fill(noon + 5 * 86_400_000))).toEqual(days(await fill(noon)));
  });

  it('names projects and clients, and is created once', async () => {
    const target = await fill(noon);
    expect(target.commands.filter((command) => command === 'updateProject')).toHaveLength(6);
    expect(target.commands.filter((command) => command === 'updateProjectPinned')).toHaveLength(2);
    const before = target.commands.length;
    await fillSampleDatabase(target, noon);
    expect(target.commands.length).toBe(before);
  });
});

it('has usage on the first of a month soon after midnight, even on a Sunday', () => {
  const sunday = Date.UTC(2026, 10, 1);
  const now = sunday + 10 * 60_000;
  const { events } = sampleDay(sunday, now);
  expect(events.some(({ path }) => path?.includes('harbour-shop'))).toBe(true);
  expect(events.every(({ occurredAt }) => occurredAt >= sunday && occurredAt <= now)).toBe(true);
});
