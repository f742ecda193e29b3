import { mappingOfSource } from '../../model/mapped-source';
import { sources } from '../../sources/registry';
import { t } from '../../texts/texts';
import { tableMappings } from '../mapping/table-mappings.svelte';

const names = new Map(
  sources
    .flatMap(({ id, name, siblings = [] }) => [{ id, name }, ...siblings])
    .map(({ id, name }) => [id, name]),
);

/** A source's display name. An id without a name is its own name. */
export function sourceName(id: string): string {
  const mapping = mappingOfSource(id);
  if (mapping !== null) return tableMappings.nameOf(mapping);
  const special = Object.hasOwn(t.imports.sources, id) ? t.imports.sources[id] : undefined;
  return special ?? names.get(id) ?? id;
}
