import type { EventCost } from '../../model/event-cost';
import type { CallRecord } from './event-columns';
import type { Connection } from '../context';
import { run, value } from '../sql/statements';

const dayLength = 86_400_000;

type Texts = readonly (string | number | null)[];

/** The queries of one table of values that many events share. Some of its columns may be NULL. */
function dimension(table: string, columns: readonly string[]) {
  const places = columns.map((_, index) => `?${index + 1}`);
  return {
    find: `SELECT id FROM ${table} WHERE ${columns.map((name, index) => `${name} IS ${places[index]}`).join(' AND ')}`,
    add: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
  };
}

const kindColumns = [
  'source',
  'provider',
  'model',
  'event_type',
  'llm_mode',
  'granularity',
  'is_output_final',
  'count_quality',
  'service_tier',
] as const;

const projects = dimension('event_projects', ['project_id']);
const imports = dimension('event_imports', ['import_id']);
const paths = dimension('event_paths', ['path']);
const sessions = dimension('event_sessions', ['session_id', 'source', 'family']);
const prices = dimension('event_prices', ['cost_basis', 'price_rule']);
const kinds = dimension('event_kinds', kindColumns);

/** Undefined if the project never had an event. */
export function knownProjectNumber(connection: Connection, projectId: string): number | undefined {
  const id = value(connection, projects.find, [projectId]);
  return typeof id === 'number' ? id : undefined;
}

/** The id by which event rows refer to a project. */
export function projectNumber(connection: Connection, projectId: string): number {
  return new Dimensions(connection).project(projectId);
}

/**
 * Looks up the ids by which event rows refer to shared values, adding new ones. Use for one transaction only, because
 * it caches.
 */
export class Dimensions {
  readonly #connection: Connection;
  readonly #ids = new Map<string, number>();
  /** The last lookup per table: neighbouring events mostly share their values. */
  readonly #last = new Map<string, { texts: Texts; id: number }>();
  readonly #days = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Days since 1970-01-01. */
  day(date: string): number {
    let day = this.#days.get(date);
    if (day === undefined) this.#days.set(date, (day = Date.parse(date) / dayLength));
    return day;
  }

  project(projectId: string): number {
    return this.#id('project', projects, [projectId]);
  }

  import(importId: string | null): number | null {
    return importId === null ? null : this.#id('import', imports, [importId]);
  }

  path(path: string | null): number | null {
    return path === null ? null : this.#id('path', paths, [path]);
  }

  session(source: string, sessionId: string | null, family: string | null): number | null {
    if (sessionId === null && family === null) return null;
    return this.#id('session', sessions, [sessionId, source, family]);
  }

  /** Null if the cost is unknown. */
  price({ costBasis, priceRule }: EventCost): number | null {
    return costBasis === 'unpriced' ? null : this.#id('price', prices, [costBasis, priceRule ?? '']);
  }

  kind(source: string, event: CallRecord): number {
    return this.#id('kind', kinds, [
      source,
      event.provider ?? '',
      event.model ?? '',
      event.eventType,
      event.llmMode,
      event.granularity,
      event.isOutputFinal ? 1 : 0,
      event.countQuality ?? 'call',
      event.serviceTier ?? '',
    ]);
  }

  #id(name: string, { find, add }: ReturnType<typeof dimension>, texts: Texts): number {
    const last = this.#last.get(name);
    if (last?.texts.every((text, index) => text === texts[index]) === true) return last.id;
    // None of the texts contains NUL (`isStorableText`), so this tells NULL from ''.
    const known = `${name}\0${texts.map((text) => text ?? '\0').join('\0')}`;
    let id = this.#ids.get(known);
    if (id === undefined) {
      id = this.#find(find, texts) ?? this.#add(add, texts);
      this.#ids.set(known, id);
    }
    this.#last.set(name, { texts, id });
    return id;
  }

  #find(sql: string, texts: Texts): number | undefined {
    const id = value(this.#connection, sql, texts);
    return typeof id === 'number' ? id : undefined;
  }

  #add(add: string, texts: Texts): number {
    run(this.#connection, add, texts);
    const { sqlite3, db } = this.#connection;
    return Number(sqlite3.capi.sqlite3_last_insert_rowid(db));
  }
}
