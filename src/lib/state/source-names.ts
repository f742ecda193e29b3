import { t } from '../texts/texts';

/** A source's id as people call it; an id without a name of its own stands for itself. */
export function sourceName(id: string): string {
  return Object.hasOwn(t.imports.sources, id) ? (t.imports.sources[id] ?? id) : id;
}
