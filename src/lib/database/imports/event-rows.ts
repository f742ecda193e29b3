import { civilHour } from '../../model/civil-date';
import type { SourceUsageEvent } from '../../model/usage-event';
import type { EventPricer } from '../../prices/price-event';
import { eventRow, type EventRow } from '../events/event-columns';
import type { Beginnings } from './sessions';
import type { ProjectFinder } from '../projects/project-paths';

export interface RowContext {
  source: string;
  timeZone: string;
  projects: ProjectFinder;
  beginnings: Beginnings;
  pricer: EventPricer;
}

/** An imported event with its project, its civil date and its cost. */
export function importedRow(event: SourceUsageEvent, context: RowContext): EventRow {
  const { source, timeZone, projects, beginnings, pricer } = context;
  const beganIn = event.sessionId === null ? null : (beginnings.get(event.sessionId)?.beganIn ?? null);
  // A provider's daily bucket is cut in UTC and cannot be cut again: it keeps the day that was printed, and has no hour.
  const isDay = event.granularity === 'day';
  const { date, hour } = civilHour(event.occurredAt, isDay ? 'UTC' : timeZone);
  return eventRow(event, {
    projectId: projects.find(event.path, beganIn, source),
    date,
    hour: isDay ? null : hour,
    ...pricer.costOf({ ...event, source }),
  });
}
