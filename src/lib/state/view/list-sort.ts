/** By what a list is sorted, and which way. */
export interface Sort<Column extends string> {
  column: Column;
  isAscending: boolean;
}

/** What an address says of a list's order; what it says wrongly, or not at all, is as usual. */
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

/** Writes it into an address; the usual order goes without saying. */
export function setSort<Column extends string>(
  query: URLSearchParams,
  { column, isAscending }: Sort<Column>,
  usual: Sort<Column>,
): void {
  if (column === usual.column && isAscending === usual.isAscending) return;
  query.set('sort', column);
  query.set('dir', isAscending ? 'asc' : 'desc');
}

/** The order that a press on a column's head asks for: the other way round, or the column's own way (numbers begin with the largest). */
export function sortedBy<Column extends string>(
  { column, isAscending }: Sort<Column>,
  pressed: Column,
  isText: boolean,
): Sort<Column> {
  return { column: pressed, isAscending: pressed === column ? !isAscending : isText };
}

/** As a table's head says it to a screen reader. */
export function directionOf<Column extends string>(
  { column, isAscending }: Sort<Column>,
  head: Column,
): 'ascending' | 'descending' | 'none' {
  if (head !== column) return 'none';
  return isAscending ? 'ascending' : 'descending';
}
