/**
 * Structural sharing: returns `now`, but with the objects of `before` wherever both are equal, so that components of
 * unchanged parts aren't updated. Both must be plain data, as the worker sends it. Rows with an `id` are compared by
 * that id, whatever their position.
 */
export function shareStructure<T>(before: T | undefined, now: T): T {
  if (before === undefined) return now;
  return keep(before, now) as T;
}

function keep(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return keepRows(before, now);
  if (!isPlain(before) || !isPlain(now)) return now;
  const names = Object.keys(now);
  const kept = names.map((name) => [name, keep(before[name], now[name])] as const);
  const isSame =
    names.length === Object.keys(before).length &&
    kept.every(([name, value]) => name in before && before[name] === value);
  return isSame ? before : Object.fromEntries(kept);
}

function keepRows(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.flatMap((row) => (idOf(row) === undefined ? [] : [[idOf(row), row] as const])));
  const kept = now.map((row, index) => keep(byId.get(idOf(row)) ?? before[index], row));
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept;
}

function idOf(row: unknown): string | undefined {
  return isPlain(row) && typeof row['id'] === 'string' ? row['id'] : undefined;
}

/** Whether the value is a plain record. Dates, maps, blobs and byte arrays aren't compared. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
