import type { BillableEvent } from '../../model/event-cost';
import { counterColumns } from '../events/event-columns';
import type { Connection } from '../context';
import { all, value } from '../sql/statements';

/**
 * Events that count, and those of deleted projects or left-out copies, which may be restored with their stored cost.
 */
export type EventTable = 'event_rows' | 'deleted_event_rows';

type Kind = Pick<
  BillableEvent,
  'provider' | 'model' | 'llmMode' | 'granularity' | 'countQuality' | 'serviceTier'
> & { source: string };
type Row = Omit<BillableEvent, keyof Kind>;

/** The ids in an event's row, and its current cost. */
export interface CostedRow {
  row: number;
  day: number;
  hour: number | null;
  project: number;
  kind: number;
  path: number | null;
  totalTokens: number;
  /** Nano-dollars; null if unknown. */
  costNanoUsd: number | null;
  /** The id of its basis and rule in `event_prices`; null if the cost is unknown. */
  price: number | null;
}

/** A stored event with everything that its cost depends on. */
type CostedEvent = CostedRow & Row & Kind;

/** The columns of `CostedRow`. */
export const costedColumns = (table: string): string =>
  [
    `${table}.id AS row`,
    ...['day', 'hour', 'project', 'kind', 'path', 'total_tokens', 'cost_nano_usd', 'price'].map(
      (column) => `${table}.${column}`,
    ),
  ].join(', ');

/** The number of rows examined in one page, of which only those of the models are read. */
const rowsPerPage = 10_000;
/** About 10 ms of work. */
const eventsPerPage = 200;

const end = (table: EventTable) =>
  `SELECT max(id) FROM (SELECT id FROM ${table} WHERE id > ?1 ORDER BY id LIMIT ${rowsPerPage})`;
const page = (table: EventTable) => `SELECT ${costedColumns(table)}, occurred_at, recorded_cost_nano_usd,
    ${counterColumns.join(', ')}
  FROM ${table} WHERE id > ?1 AND id <= ?2
    AND (?3 IS NULL OR kind IN (SELECT id FROM event_kinds WHERE model IN (SELECT value FROM json_each(?3))))
  ORDER BY id LIMIT ${eventsPerPage}`;
const kind = `SELECT source, nullif(provider, '') AS provider, nullif(model, '') AS model, llm_mode, granularity,
  count_quality, nullif(service_tier, '') AS service_tier FROM event_kinds WHERE id = ?`;

interface CostedPage {
  events: CostedEvent[];
  /** The row after which the next page begins; null after the last one. */
  next: number | null;
}

/**
 * Reads stored events in the order in which they were stored. Use for one transaction only, because it caches kinds.
 */
export class CostedEvents {
  readonly #connection: Connection;
  readonly #table: EventTable;
  readonly #models: string | null;
  readonly #kinds = new Map<number, Kind>();

  /** @param models null for every model */
  constructor(connection: Connection, table: EventTable, models: readonly string[] | null) {
    this.#connection = connection;
    this.#table = table;
    this.#models = models && JSON.stringify(models);
  }

  after(row: number): CostedPage {
    const last = value(this.#connection, end(this.#table), [row]);
    if (typeof last !== 'number') return { events: [], next: null };
    const rows = all<CostedRow & Row>(this.#connection, page(this.#table), [row, last, this.#models]);
    const events = rows.map((each) => Object.assign(each, this.#kind(each.kind)));
    return { events, next: events.length === eventsPerPage ? (events.at(-1)?.row ?? last) : last };
  }

  #kind(id: number): Kind {
    let known = this.#kinds.get(id);
    if (known === undefined) {
      const [found] = all<Kind>(this.#connection, kind, [id]);
      if (found === undefined) throw new Error(`No kind of events has the number ${id}.`);
      this.#kinds.set(id, (known = found));
    }
    return known;
  }
}
