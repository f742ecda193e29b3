import type { EventCost } from '../../model/event-cost';
import type { EventKind } from '../../model/packed-events';
import type { CallRecord } from '../../model/usage-event';
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
  readonly #days = new Map<string, number>();
  readonly #projects = new Map<string, number>();
  readonly #imports = new Map<string, number>();
  readonly #paths = new Map<string, number>();
  readonly #sessions = new Map<string, number>();
  /** By basis, then rule. */
  readonly #prices = new Map<string, Map<string, number>>();
  readonly #kinds = new Map<string, number>();
  readonly #sharedKinds = new Map<EventKind, number>();
  /** The last session looked up: neighbouring events mostly share it. */
  #lastSession: { source: string; sessionId: string | null; family: string | null; id: number } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Days since 1970-01-01. */
  day(date: string): number {
    return known(this.#days, date, () => Date.parse(date) / dayLength);
  }

  project(projectId: string): number {
    return known(this.#projects, projectId, () => this.#id(projects, [projectId]));
  }

  import(importId: string | null): number | null {
    if (importId === null) return null;
    return known(this.#imports, importId, () => this.#id(imports, [importId]));
  }

  path(path: string | null): number | null {
    return path === null ? null : known(this.#paths, path, () => this.#id(paths, [path]));
  }

  session(source: string, sessionId: string | null, family: string | null): number | null {
    if (sessionId === null && family === null) return null;
    const last = this.#lastSession;
    if (last?.sessionId === sessionId && last.family === family && last.source === source) return last.id;
    const texts = [sessionId, source, family];
    const id = known(this.#sessions, together(texts), () => this.#id(sessions, texts));
    this.#lastSession = { source, sessionId, family, id };
    return id;
  }

  /** Null if the cost is unknown. */
  price({ costBasis, priceRule }: EventCost): number | null {
    if (costBasis === 'unpriced') return null;
    let rules = this.#prices.get(costBasis);
    if (rules === undefined) this.#prices.set(costBasis, (rules = new Map<string, number>()));
    const rule = priceRule ?? '';
    return known(rules, rule, () => this.#id(prices, [costBasis, rule]));
  }

  /** @param shared one object for all events of this kind, if there is one */
  kind(source: string, event: CallRecord, shared?: EventKind): number {
    if (shared !== undefined) return known(this.#sharedKinds, shared, () => this.kind(source, event));
    const texts = [
      source,
      event.provider ?? '',
      event.model ?? '',
      event.eventType,
      event.llmMode,
      event.granularity,
      event.isOutputFinal ? 1 : 0,
      event.countQuality ?? 'call',
      event.serviceTier ?? '',
    ];
    return known(this.#kinds, together(texts), () => this.#id(kinds, texts));
  }

  #id({ find, add }: ReturnType<typeof dimension>, texts: Texts): number {
    const id = value(this.#connection, find, texts);
    if (typeof id === 'number') return id;
    run(this.#connection, add, texts);
    const { sqlite3, db } = this.#connection;
    return Number(sqlite3.capi.sqlite3_last_insert_rowid(db));
  }
}

function known<Key>(ids: Map<Key, number>, key: Key, find: () => number): number {
  let id = ids.get(key);
  if (id === undefined) ids.set(key, (id = find()));
  return id;
}

/** None of the texts contains NUL (`isStorableText`), so this tells NULL from ''. */
function together(texts: Texts): string {
  return texts.map((text) => text ?? '\0').join('\0');
}
