import type { SavedMapping } from '../../model/table-mapping';
import { t } from '../../texts/texts';
import { liveQuery, type LiveQuery } from '../database/live-query.svelte';

/** How the user described tables that no source knows. */
class TableMappings {
  #query: LiveQuery<SavedMapping[]> | undefined;

  /** Called once by the root layout, while it is set up. */
  start(): void {
    this.#query = liveQuery((read) => read('getTableMappings'));
  }

  get isLoaded(): boolean {
    return this.#query?.data !== undefined;
  }

  /** When one of them was last changed (UTC milliseconds), 0 where there is none; undefined until that is known. */
  get changedAt(): number | undefined {
    return this.isLoaded ? (this.all[0]?.updatedAt ?? 0) : undefined;
  }

  /** Last changed first, the deleted ones as well. */
  get all(): readonly SavedMapping[] {
    return this.#query?.data ?? [];
  }

  /** Those that files are read with. */
  get living(): readonly SavedMapping[] {
    return this.all.filter(({ deletedAt }) => deletedAt === null);
  }

  byId(id: string): SavedMapping | undefined {
    return this.all.find(({ mapping }) => mapping.id === id);
  }

  /** What is wrong with a name for this mapping; undefined where nothing is. */
  nameError(name: string, id: string): string | undefined {
    const wanted = name.trim().toLowerCase();
    if (wanted === '') return t.mapping.nameMissing;
    const isTaken = this.living.some(
      ({ mapping }) => mapping.id !== id && mapping.name.toLowerCase() === wanted,
    );
    return isTaken ? t.mapping.nameTaken : undefined;
  }

  nameOf(id: string): string {
    return this.byId(id)?.mapping.name ?? t.mapping.unnamed;
  }
}

export const tableMappings = new TableMappings();
