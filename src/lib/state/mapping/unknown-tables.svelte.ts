import { goto } from '$app/navigation';
import type { ChosenFile, UnknownTable } from '../../ingest/files/chosen-file';
import { describeLink } from '../shell/links';
import { FolderOffers, type FolderOffer } from './folder-offers.svelte';
import { filesOf, hasColumns, kindsOf } from './table-kinds';

/** More than anybody describes one by one. */
const mostKept = 500;

/** Tables that nothing here can read, and the one that is being described. Those of an import are forgotten with the tab. */
class UnknownTables {
  /** Of the last import. */
  #ofImport = $state.raw<readonly UnknownTable[]>([]);
  readonly ofFolders = new FolderOffers();
  /** The file that the mapping page looks at. */
  atHand = $state.raw<{ chosen: ChosenFile; path: string }>();

  get list(): readonly UnknownTable[] {
    return [...this.#ofImport, ...this.ofFolders.list];
  }

  beginImport(): void {
    this.#ofImport = [];
  }

  add(table: UnknownTable): void {
    if (this.#ofImport.length < mostKept) this.#ofImport = [...this.#ofImport, table];
  }

  /** Those with these columns are read from now on. */
  described(columns: readonly string[]): void {
    this.#ofImport = this.#ofImport.filter((table) => !hasColumns(table, columns));
    this.ofFolders.described(columns);
    this.atHand = undefined;
  }

  get kinds(): readonly (readonly UnknownTable[])[] {
    return kindsOf(this.list);
  }

  /** What may be read once the table at hand is described; folders are read by themselves. */
  get filesAtHand(): ChosenFile[] {
    return filesOf(this.atHand === undefined ? this.#ofImport : [...this.#ofImport, this.atHand]);
  }

  /** They are no usage, the user says: in a connected folder that is remembered. */
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
    this.atHand = table;
    await goto(describeLink());
  }
}

const isOfFolder = (table: UnknownTable): table is FolderOffer => 'folder' in table;

export const unknownTables = new UnknownTables();
