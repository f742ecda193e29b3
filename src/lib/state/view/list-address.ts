import { parseSort, setSort, type Sort } from './list-sort';

/** What the address of a list holds: the text that filters it, and its order. */
export interface ListAddress<Column extends string> {
  filter: string;
  sort: Sort<Column>;
}

export function parseList<Column extends string>(
  query: URLSearchParams,
  columns: readonly Column[],
  usual: Sort<Column>,
): ListAddress<Column> {
  return { filter: query.get('q') ?? '', sort: parseSort(query, columns, usual) };
}

/** The address of a list on the page at `page`, whose query is kept. Defaults are omitted. */
export function listLink<Column extends string>(
  page: string,
  { filter, sort }: ListAddress<Column>,
  usual: Sort<Column>,
): string {
  const [path = '', kept] = page.split('?');
  const query = new URLSearchParams(kept);
  if (filter !== '') query.set('q', filter);
  setSort(query, sort, usual);
  return query.size === 0 ? path : `${path}?${query}`;
}
