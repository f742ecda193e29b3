import { goto } from '$app/navigation';
import type { ChosenFile, UnknownTable } from '../../ingest/chosen-file';
import { describeLink } from '../shell/links';
import { filesOf, kindsOf } from './table-kinds';

/** More than anybody describes one by one. */
const mostKept = 500;

/** Tables that the last import could not read, and the one that is being described. They are gone with the tab. */
class UnknownTables {
  list = $state.raw<readonly UnknownTable[]>([]);
  /** The file that the mapping page looks at. */
  atHand = $state.raw<{ chosen: ChosenFile; path: string }>();

  clear(): void {
    this.list = [];
  }

  add(table: UnknownTable): void {
    if (this.list.length < mostKept) this.list = [...this.list, table];
  }

  get kinds(): readonly (readonly UnknownTable[])[] {
    return kindsOf(this.list);
  }

  /** Everything that may be read once the table at hand is described. */
  get filesAtHand(): ChosenFile[] {
    return filesOf(this.atHand === undefined ? this.list : [...this.list, this.atHand]);
  }

  async describe(table: { chosen: ChosenFile; path: string }): Promise<void> {
    this.atHand = table;
    await goto(describeLink());
  }
}

export const unknownTables = new UnknownTables();
