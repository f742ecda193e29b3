/** The column that sorts a list, and the direction. */
export interface Sort<Column extends string> {
  column: Column;
  isAscending: boolean;
}

/** The order that an address asks for. An invalid or missing order is the default. */
export function parseSort<Column extends string>(
  query: URLSearchParams,
  columns: readonly Column[],
  usual: Sort<Column>,
): Sort<Column> {
  const column = columns.find((each) => each === query.get('sort'));
  const direction = query.get('dir');
  if (column === undefined || (direction !== 'asc' && direction !== 'desc')) return usual;
  return { column, isAscending: direction === 'asc' };
}

/** Writes the order into an address. The default is omitted. */
export function setSort<Column extends string>(
  query: URLSearchParams,
  { column, isAscending }: Sort<Column>,
  usual: Sort<Column>,
): void {
  if (column === usual.column && isAscending === usual.isAscending) return;
  query.set('sort', column);
  query.set('dir', isAscending ? 'asc' : 'desc');
}

/**
 * The order after a click on a column's header: reversed if the list is already sorted by it, else the column's
 * default (numbers start with the largest).
 */
export function sortedBy<Column extends string>(
  { column, isAscending }: Sort<Column>,
  pressed: Column,
  isText: boolean,
): Sort<Column> {
  return { column: pressed, isAscending: pressed === column ? !isAscending : isText };
}

/** The order as `aria-sort` states it. */
export function directionOf<Column extends string>(
  { column, isAscending }: Sort<Column>,
  head: Column,
): 'ascending' | 'descending' | 'none' {
  if (head !== column) return 'none';
  return isAscending ? 'ascending' : 'descending';
}
