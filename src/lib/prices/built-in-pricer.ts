import type { BillableEvent, EventCost } from '../model/event-cost';
import { builtInTable } from './built-in-table';
import { EventPricer } from './price-event';

let pricer: EventPricer | undefined;

/** The cost that counts for an event when it is stored, by the built-in prices. The same event always costs the same. */
export function costOf(event: BillableEvent): EventCost {
  pricer ??= new EventPricer(builtInTable());
  return pricer.costOf(event);
}
