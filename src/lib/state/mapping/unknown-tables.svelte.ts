import { goto } from '$app/navigation';
import type { ChosenFile, UnknownTable } from '../../ingest/files/chosen-file';
import { describeLink } from '../shell/links';
import { filesOf, hasColumns, kindsOf } from './table-kinds';

/** More than anybody describes one by one. */
const mostKept = 500;

/** Tables that nothing here can read, and the one that is being described. They are forgotten with the tab. */
class UnknownTables {
  /** Of the last import. */
  #ofImport = $state.raw<readonly UnknownTable[]>([]);
  #ofFolders = $state.raw<readonly UnknownTable[]>([]);
  /** The file that the mapping page looks at. */
  atHand = $state.raw<{ chosen: ChosenFile; path: string }>();

  get list(): readonly UnknownTable[] {
    return [...this.#ofImport, ...this.#ofFolders];
  }

  beginImport(): void {
    this.#ofImport = [];
  }

  add(table: UnknownTable): void {
    if (this.#ofImport.length < mostKept) this.#ofImport = [...this.#ofImport, table];
  }

  /** A folder tells of a file again whenever that has changed. */
  addOfFolder(table: UnknownTable): void {
    const others = this.#ofFolders.filter(({ path }) => path !== table.path);
    if (others.length < mostKept) this.#ofFolders = [...others, table];
  }

  /** Those with these columns are read from now on. */
  described(columns: readonly string[]): void {
    const isOther = (table: UnknownTable): boolean => !hasColumns(table, columns);
    this.#ofImport = this.#ofImport.filter(isOther);
    this.#ofFolders = this.#ofFolders.filter(isOther);
    this.atHand = undefined;
  }

  get kinds(): readonly (readonly UnknownTable[])[] {
    return kindsOf(this.list);
  }

  /** What may be read once the table at hand is described; folders are read by themselves. */
  get filesAtHand(): ChosenFile[] {
    return filesOf(this.atHand === undefined ? this.#ofImport : [...this.#ofImport, this.atHand]);
  }

  async describe(table: { chosen: ChosenFile; path: string }): Promise<void> {
    this.atHand = table;
    await goto(describeLink());
  }
}

export const unknownTables = new UnknownTables();
