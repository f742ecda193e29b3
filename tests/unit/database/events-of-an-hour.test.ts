import { beforeAll, expect, it } from 'vitest';
import type { createCommands } from '../../../src/lib/database/commands';
import { openTestDatabase } from './open';
import { eventKey } from '../../../src/lib/model/event-key';
import { keyText } from '../../../src/lib/database/events/event-key';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

/** The events behind an hour of the week: as many events and tokens as the hour shows. */

const range = { from: '2026-11-01', to: '2026-11-30' };
let commands: ReturnType<typeof createCommands>;

beforeAll(async () => {
  ({ commands } = await openTestDatabase('Asia/Kolkata'));
  for (const id of ['alpha', 'beta']) addProject(commands, id);
  const at = ['2026-11-15T12:00:00Z', '2026-11-08T12:29:59Z', '2026-11-08T12:30:00Z', '2026-11-09T12:00:00Z'];
  at.forEach((time, index) => {
    const projectId = index % 2 === 0 ? 'alpha' : 'beta';
    commands.recordUsageEvent(manualEvent({ id: String(index), projectId, occurredAt: Date.parse(time) }));
  });
  importBatches(commands, 'import', [
    { events: [sourceEvent(), sourceEvent({ dedupeKey: 'test:2', granularity: 'day', sessionId: null })] },
  ]);
});

it('every hour lists exactly the events that it counts, with any filters', () => {
  for (const filter of [
    {},
    { projectIds: ['alpha'] },
    { projectIds: ['alpha', 'beta'] },
    { path: '' },
    { source: 'manual' },
  ]) {
    const { hours } = commands.getUsageHours({ ...range, ...filter });
    expect(hours.length).toBeGreaterThan(0);
    for (const { weekday, hour, totalTokens, eventCount } of hours) {
      const query = { ...range, ...filter, weekHour: { weekday, hour }, after: null, limit: 100 };
      const { events } = commands.getUsageEvents(query);
      expect(events).toHaveLength(eventCount);
      expect(events.reduce((sum, event) => sum + event.totalTokens, 0)).toBe(totalTokens);
    }
  }
});

it('continues after the previous page, also within an hour', () => {
  const query = { ...range, weekHour: { weekday: 6, hour: 17 }, after: null, limit: 1 };
  const first = commands.getUsageEvents(query);
  const second = commands.getUsageEvents({ ...query, after: first.next });
  const third = commands.getUsageEvents({ ...query, after: second.next });
  expect([first, second, third].flatMap(({ events }) => events.map(({ id }) => id)).toSorted()).toEqual([
    '0',
    '1',
    keyText(eventKey('test:1', 'test')),
  ]);
});

it('refuses an invalid hour of the week', () => {
  const query = (weekHour: unknown) => () =>
    commands.getUsageEvents({ ...range, weekHour, after: null, limit: 1 } as never);
  expect(query({ weekday: 7, hour: 0 })).toThrow(/weekday from 0 to 6/);
  expect(query({ weekday: 0, hour: 24 })).toThrow(/hour from 0 to 23/);
});

it('the last activity of a project is its last day with usage; one without usage has none', () => {
  addProject(commands, 'idle');
  const days = commands.getLastActivity().map(({ projectId, date }) => [projectId, date]);
  expect(days).toEqual(
    expect.arrayContaining([
      ['alpha', '2026-11-15'],
      ['beta', '2026-11-09'],
    ]),
  );
  expect(days.some(([id]) => id === 'idle')).toBe(false);
});
