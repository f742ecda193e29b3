const prefix = 'mapped-table:';

/** The source id of a mapping's events, which keeps the usage of different mappings apart. */
export const mappedSource = (mappingId: string): string => prefix + mappingId;

/** The id of the mapping that read a source's events; null when the source isn't a mapping. */
export function mappingOfSource(source: string): string | null {
  return source.startsWith(prefix) ? source.slice(prefix.length) : null;
}
