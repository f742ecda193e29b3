import type { Connection } from '../context';
import { boundStatement } from '../sql/bound-statement';
import { Dimensions } from './dimensions';
import { describingColumns, rowValues, storedColumns, type EventRow, type Origin } from './event-columns';

const insert = `INSERT INTO event_rows (${storedColumns.join(', ')})
  VALUES (${storedColumns.map((_, index) => `?${index + 1}`).join(', ')}) ON CONFLICT (key) DO NOTHING`;
const [, ...changing] = describingColumns;
const replace = `UPDATE event_rows SET ${changing.map((column, index) => `${column} = ?${index + 1}`).join(', ')},
  updated_after = ?${changing.length + 1} - created_at WHERE id = ?${changing.length + 2}`;

/** Writes events of one origin. Use for one transaction only, like its `Dimensions`. */
export class RowWriter {
  readonly #connection: Connection;
  readonly #origin: Origin;
  readonly #ids: Dimensions;

  constructor(connection: Connection, origin: Origin) {
    this.#connection = connection;
    this.#origin = origin;
    this.#ids = new Dimensions(connection);
  }

  /** False if an event with this key exists. */
  insert(row: EventRow): boolean {
    const values = rowValues(row, this.#ids, this.#origin);
    values.push(this.#origin.createdAt, 0);
    return boundStatement(this.#connection, insert).run(values) > 0;
  }

  /** Replaces all of a stored event except its key and creation time. `id` is the row id. */
  replace(id: number, row: EventRow): void {
    const [, ...values] = rowValues(row, this.#ids, this.#origin);
    boundStatement(this.#connection, replace).run([...values, this.#origin.createdAt, id]);
  }

  session({ event, family }: EventRow): number | null {
    return this.#ids.session(this.#origin.source, event.sessionId, family);
  }

  kind({ event, kind }: EventRow): number {
    return this.#ids.kind(this.#origin.source, event, kind);
  }

  get importNumber(): number | null {
    return this.#ids.import(this.#origin.importId);
  }
}
