import { later } from '../../texts/later';
import { tableMappings } from './table-mappings.svelte';

/** What is wrong with this name for the mapping with this id; undefined if nothing is. */
export function nameError(name: string, id: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return later.mapping.nameMissing;
  const isTaken = tableMappings.living.some(
    ({ mapping }) => mapping.id !== id && mapping.name.toLowerCase() === wanted,
  );
  return isTaken ? later.mapping.nameTaken : undefined;
}
