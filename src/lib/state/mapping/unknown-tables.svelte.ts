import { goto } from '$app/navigation';
import type { ChosenFile, UnknownTable } from '../../ingest/files/chosen-file';
import { describeLink } from '../view/links';
import { FolderOffers, type FolderOffer } from './folder-offers.svelte';
import { filesOf, hasColumns, kindsOf } from './table-kinds';

/** More tables than anyone would map one by one. */
const mostKept = 500;

/**
 * Tables that no source reads, and the one that is being mapped. Those found by an import are forgotten when the tab
 * closes.
 */
class UnknownTables {
  /** The tables found by the last import. */
  #ofImport = $state.raw<readonly UnknownTable[]>([]);
  readonly ofFolders = new FolderOffers();
  /** The file that is open on the mapping page. */
  current = $state.raw<{ chosen: ChosenFile; path: string }>();

  get list(): readonly UnknownTable[] {
    return [...this.#ofImport, ...this.ofFolders.list];
  }

  beginImport(): void {
    this.#ofImport = [];
  }

  add(table: UnknownTable): void {
    if (this.#ofImport.length < mostKept) this.#ofImport = [...this.#ofImport, table];
  }

  /** Drops tables with these columns, because a mapping reads them from now on. */
  described(columns: readonly string[]): void {
    this.#ofImport = this.#ofImport.filter((table) => !hasColumns(table, columns));
    this.ofFolders.described(columns);
    this.current = undefined;
  }

  get kinds(): readonly (readonly UnknownTable[])[] {
    return kindsOf(this.list);
  }

  /** The files to import once the open table is mapped. Connected folders are read automatically. */
  get filesToImport(): ChosenFile[] {
    return filesOf(this.current === undefined ? this.#ofImport : [...this.#ofImport, this.current]);
  }

  /** Hides tables that hold no usage. For a connected folder, the choice is stored. */
  leaveOut(tables: readonly UnknownTable[]): void {
    this.#ofImport = this.#ofImport.filter((table) => !tables.includes(table));
    for (const table of tables) if (isOfFolder(table)) this.ofFolders.leaveOut(table);
  }

  takeBack(tables: readonly UnknownTable[]): void {
    for (const table of tables) {
      if (isOfFolder(table)) this.ofFolders.takeBack(table);
      else this.add(table);
    }
  }

  async describe(table: { chosen: ChosenFile; path: string }): Promise<void> {
    this.current = table;
    await goto(describeLink());
  }
}

const isOfFolder = (table: UnknownTable): table is FolderOffer => 'folder' in table;

export const unknownTables = new UnknownTables();
