import { mappedSource } from '../model/mapped-source';
import type { TableMapping } from '../model/table-mapping';
import { isTableOf } from './mapped-table/detect';
import type { Source } from './source';

/**
 * Makes a source from a user's mapping. It recognizes a CSV with exactly the mapped columns, in any order, and JSON
 * records that have the mapped ones. It is tried after all sources that know their format.
 */
export function mappedTable(mapping: TableMapping): Source {
  return {
    id: mappedSource(mapping.id),
    name: mapping.name,
    certainty: 'documentation',
    places: {},
    detect: ({ text, path }) => isTableOf(text, path, mapping),
    reader: async () => {
      const { tableReader } = await import('./mapped-table/read');
      return { read: tableReader(mapping) };
    },
  };
}
