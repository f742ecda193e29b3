import { asObject, type JsonObject } from '../reading/json-fields';
import type { RowPlace } from '../../model/table-mapping';
import { flattened } from './cells';
import type { TableRow } from './row';

/** The prefix of values that are outside the rows and apply to all rows below them. */
export const abovePrefix = '$.';

/** Enough to see what the file contains. */
const elementsLookedAt = 20;
const mostPlaces = 12;
const deepestPlace = 3;

/**
 * The places in JSON records where rows may be, outermost first: the records themselves (no keys), then every list of
 * objects, including those inside objects and inside elements of other lists.
 */
export function placesIn(records: readonly JsonObject[]): RowPlace[] {
  const places = new Map<string, RowPlace>([['[]', []]]);
  // A work list instead of recursion, level by level.
  const left = records.slice(0, elementsLookedAt).map((record) => ({ record, place: [] as RowPlace }));
  for (const { record, place } of left) {
    for (const [key, value] of Object.entries(record)) {
      const inner = [...place, key];
      const found = listed(value)
        .slice(0, elementsLookedAt)
        .map(asObject)
        .filter((each) => each !== null);
      if (found.length === 0 || places.size === mostPlaces) continue;
      if (Array.isArray(value)) places.set(JSON.stringify(inner), inner);
      if (inner.length < deepestPlace) left.push(...found.map((each) => ({ record: each, place: inner })));
    }
  }
  return [...places.values()].sort((a, b) => a.length - b.length);
}

/**
 * The rows of one record at a place. A row includes the values above it under their path (`$.data.start`). Null for
 * an element of the list that isn't a row.
 */
export function* rowsOf(record: JsonObject, place: RowPlace): Generator<TableRow | null> {
  yield* rowsBelow(record, place, 0, { outer: [], inner: [], cells: new Map() });
}

/**
 * Values of the records above a row. Those of the outermost are equal for all rows; the inner ones distinguish rows.
 */
interface Above {
  outer: readonly string[];
  inner: readonly string[];
  cells: ReadonlyMap<string, string>;
}

function* rowsBelow(
  record: JsonObject,
  place: RowPlace,
  depth: number,
  above: Above,
): Generator<TableRow | null> {
  const key = place[depth];
  if (key === undefined) {
    yield rowOf(record, above);
    return;
  }
  const known = addAbove(above, record, place.slice(0, depth));
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  for (const each of listed(value)) {
    const inner = asObject(each);
    if (inner === null) yield null;
    else yield* rowsBelow(inner, place, depth + 1, known);
  }
}

function addAbove(above: Above, record: JsonObject, place: RowPlace): Above {
  const own = flattened(record, 0, [abovePrefix.slice(0, -1), ...place, ''].join('.'));
  const cells = new Map([...above.cells, ...own]);
  return place.length === 0
    ? { ...above, outer: [...own.keys()], cells }
    : { ...above, inner: [...above.inner, ...own.keys()], cells };
}

function rowOf(record: JsonObject, { outer, inner, cells }: Above): TableRow {
  const own = flattened(record);
  return {
    columns: [...own.keys(), ...inner, ...outer],
    labels: [...own.keys(), ...inner],
    cell: (column) => (own.get(column) ?? cells.get(column))?.trim() ?? '',
  };
}

/** A list's elements. Any other value is a list of itself; a missing one is an empty list. */
function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}
