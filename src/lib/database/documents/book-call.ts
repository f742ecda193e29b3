import { civilHour } from '../../model/civil-time';
import type { LlmAddress } from '../../model/extraction';
import { modeOf } from '../../model/forwarded-model';
import type { TokenCounters } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import { pricerOf } from '../prices/pricer';
import type { DatabaseContext } from '../context';
import { eventKey } from '../../model/event-key';
import { keyText } from '../events/event-key';
import { storeEvents } from '../events/store-events';
import { chooseProject, keepChosen } from '../projects/chosen-projects';
import { hideEvents, restoreEventsForBatch } from '../copies/deleted-events';
import { run, value } from '../sql/statements';
import { reportingTimeZone } from '../settings/settings';
import { providerOf } from './estimate-call';

interface Call extends Pick<LlmAddress, 'kind' | 'origin' | 'llmMode'> {
  id: string;
  batchId: string;
  projectId: string;
  eventType: string;
  sentAt: number;
}

interface Booking {
  counters: TokenCounters;
  /** The name that the server reports. */
  model: string;
  /** False if the counts are a lower bound. */
  isFinal: boolean;
  /** False if no answer was received. */
  isAnswered: boolean;
  /** A lower bound was booked before. */
  isAgain: boolean;
  bookedAt: number;
}

const source = 'extraction';

/**
 * Books the usage of a call as an event of the batch, which is an import; call inside a transaction. Its project
 * counts as chosen by the user, so that merging, deleting and moving treat it like any other event.
 */
export function bookCall(database: DatabaseContext, call: Call, booking: Booking): void {
  // Undoing the import removed its events, so a late call must not add any of them again.
  const status = value(database, 'SELECT status FROM imports WHERE id = ?', [call.batchId]);
  if (status === 'undone') return;
  const event = eventOf(call, booking);
  const key = eventKey(event.dedupeKey, source);
  if (!booking.isAgain) chooseProject(database, keyText(key), call.projectId, booking.bookedAt);
  restoreEventsForBatch(database, { source, keys: () => [keyText(key)], sessionIds: [] });
  const found = civilHour(event.occurredAt, reportingTimeZone(database));
  const cost = pricerOf(database).costOf(event);
  const row = { key, family: null, event, found: { ...found, projectId: call.projectId, ...cost } };
  const origin = { source, importId: call.batchId, createdAt: booking.bookedAt };
  storeEvents(database, keepChosen(database, [row]), origin);
  hideEvents(database);
  run(
    database,
    `UPDATE imports SET events_added = events_added + ?2, output_not_final = output_not_final + ?3, updated_at = ?4
     WHERE id = ?1`,
    [
      call.batchId,
      booking.isAgain ? 0 : 1,
      Number(!booking.isFinal) - Number(booking.isAgain),
      booking.bookedAt,
    ],
  );
}

function eventOf(call: Call, { counters, model, isFinal, isAnswered }: Booking): SourceUsageEvent {
  return {
    ...counters,
    dedupeKey: `extraction:${call.id}`,
    sessionId: null,
    occurredAt: call.sentAt,
    granularity: 'moment',
    path: null,
    provider: providerOf(call),
    model,
    eventType: call.eventType,
    llmMode: modeOf(call, model),
    position: 1,
    isOutputFinal: isFinal,
    // A reported answer counts, even if it used less than the estimate that was booked before.
    precedence: isAnswered ? 1 : 0,
  };
}
