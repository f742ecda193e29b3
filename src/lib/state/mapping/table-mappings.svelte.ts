import type { SavedMapping } from '../../model/table-mapping';
import { t } from '../../texts/texts';
import { liveQuery, type LiveQuery } from '../database/live-query.svelte';

/** The user's mappings for tables that no source reads. */
class TableMappings {
  #query: LiveQuery<SavedMapping[]> | undefined;

  /** Called once by the root layout, while it is set up. */
  start(): void {
    this.#query = liveQuery((read) => read('getTableMappings'));
  }

  get isLoaded(): boolean {
    return this.#query?.data !== undefined;
  }

  /** When a mapping was last changed (UTC milliseconds); 0 when there are none; undefined while loading. */
  get changedAt(): number | undefined {
    return this.isLoaded ? (this.all[0]?.updatedAt ?? 0) : undefined;
  }

  /** Last changed first, including deleted ones. */
  get all(): readonly SavedMapping[] {
    return this.#query?.data ?? [];
  }

  /** The mappings that files are read with. */
  get living(): readonly SavedMapping[] {
    return this.all.filter(({ deletedAt }) => deletedAt === null);
  }

  byId(id: string): SavedMapping | undefined {
    return this.all.find(({ mapping }) => mapping.id === id);
  }

  nameOf(id: string): string {
    return this.byId(id)?.mapping.name ?? t.imports.unnamedFormat;
  }
}

export const tableMappings = new TableMappings();
