import { civilHour } from '../../model/civil-time';
import type { CallRecord } from '../../model/usage-event';
import type { EventPricer } from '../../prices/price-event';
import type { EventRow, FoundForEvent } from '../events/event-columns';
import type { Beginnings } from '../projects/sessions';
import type { KeyedEvent } from './source-events';
import type { ProjectFinder } from '../projects/project-paths';

export interface RowContext {
  source: string;
  timeZone: string;
  projects: ProjectFinder;
  beginnings: Beginnings;
  pricer: EventPricer;
}

/** The row of an event that a source read. */
export function importedRow({ key, family, event, kind }: KeyedEvent, context: RowContext): EventRow {
  return { key, family, event, kind, found: findFor(event, context) };
}

/** An imported event's project, its civil date and its cost. */
export function findFor(event: CallRecord, context: RowContext): FoundForEvent {
  const { source, timeZone, projects, beginnings, pricer } = context;
  const beganIn = event.sessionId === null ? null : (beginnings.get(event.sessionId)?.beganIn ?? null);
  // A provider's daily bucket is a UTC day that can't be split: it keeps the date in the export and has no hour.
  const isDay = event.granularity === 'day';
  const { date, hour } = civilHour(event.occurredAt, isDay ? 'UTC' : timeZone);
  // Field by field, as in the readers: spreading objects takes longer than storing them.
  const { costNanoUsd, costBasis, priceRule } = pricer.costOf(event, source);
  return {
    projectId: projects.find(event.path, beganIn, source),
    date,
    hour: isDay ? null : hour,
    costNanoUsd,
    costBasis,
    priceRule,
  };
}
