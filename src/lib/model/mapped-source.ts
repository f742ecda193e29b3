const prefix = 'mapped-table:';

/** The source under which a mapping's events are stored: what was read with each mapping can be told apart. */
export const mappedSource = (mappingId: string): string => prefix + mappingId;

/** The mapping that a source's events were read with, or null where it is no mapping's. */
export function mappingOfSource(source: string): string | null {
  return source.startsWith(prefix) ? source.slice(prefix.length) : null;
}
