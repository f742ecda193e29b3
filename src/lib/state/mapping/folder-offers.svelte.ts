import type { UnknownTable } from '../../ingest/files/chosen-file';
import { t } from '../../texts/texts';
import { reportFailure } from '../shell/report';
import type { StoredOffer } from './offer-store';
import { hasColumns } from './table-kinds';

export interface FolderOffer extends UnknownTable {
  /** The connected folder's id. */
  folder: string;
}

/** More tables than anyone would map one by one. */
const mostKept = 500;

/**
 * Unrecognized tables in connected folders. They are kept until they are mapped, hidden or deleted, because an
 * unchanged file isn't read again automatically.
 */
export class FolderOffers {
  list = $state.raw<readonly FolderOffer[]>([]);
  /** Not reactive, because nothing displays it. */
  #leftOut: Record<string, true> = {};
  /** Ids of disconnected folders: a read that is still running must not offer their tables. Ids are never reused. */
  readonly #forgotten: string[] = [];
  /** Writes run one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Loads the offers of earlier tabs. Checks that their files still exist, without reading them. Call before the
   * folder is read.
   */
  async recall(folder: string, handle: FileSystemDirectoryHandle): Promise<void> {
    const [{ storedOffers }, { openAt }] = await Promise.all([
      import('./offer-store'),
      import('../../ingest/files/watch-folder'),
    ]);
    for (const stored of await storedOffers()) {
      if (stored.folder !== folder) continue;
      if (stored.isLeftOut) this.#leftOut[stored.id] = true;
      else {
        const chosen = await openAt(handle, stored.file);
        if (chosen === null) this.#forget(stored.id);
        else this.#put({ folder, chosen, path: stored.path, columns: stored.columns });
      }
    }
  }

  /** A folder reports a file again whenever it changes. */
  add(offer: FolderOffer): void {
    if (Object.hasOwn(this.#leftOut, idOf(offer)) || !this.#put(offer)) return;
    this.#store(offer, false);
  }

  /** A source or a mapping now reads this file. */
  wasRead(folder: string, path: string): void {
    this.#drop((offer) => offer.folder === folder && offer.path === path);
  }

  /** Drops tables with these columns, because a mapping reads them from now on. */
  described(columns: readonly string[]): void {
    this.#drop((offer) => hasColumns(offer, columns));
  }

  /** Call when the folder is disconnected. */
  forgetFolder(folder: string): void {
    this.#forgotten.push(folder);
    this.#drop((offer) => offer.folder === folder);
    for (const id of Object.keys(this.#leftOut)) if (id.startsWith(`${folder}\n`)) this.#forget(id);
  }

  leaveOut(offer: FolderOffer): void {
    this.#leftOut[idOf(offer)] = true;
    this.list = this.list.filter((each) => idOf(each) !== idOf(offer));
    this.#store(offer, true);
  }

  takeBack(offer: FolderOffer): void {
    Reflect.deleteProperty(this.#leftOut, idOf(offer));
    this.add(offer);
  }

  #put(offer: FolderOffer): boolean {
    if (this.#forgotten.includes(offer.folder)) return false;
    const others = this.list.filter((each) => idOf(each) !== idOf(offer));
    if (others.length >= mostKept) return false;
    this.list = [...others, offer];
    return true;
  }

  #drop(isAnswered: (offer: FolderOffer) => boolean): void {
    const answered = this.list.filter(isAnswered);
    if (answered.length === 0) return;
    this.list = this.list.filter((offer) => !answered.includes(offer));
    for (const offer of answered) this.#forget(idOf(offer));
  }

  #store(offer: FolderOffer, isLeftOut: boolean): void {
    const { folder, path, chosen, columns } = offer;
    const stored: StoredOffer = { id: idOf(offer), folder, path, file: chosen.path, columns, isLeftOut };
    this.#write(async () => (await import('./offer-store')).storeOffer(stored));
  }

  #forget(id: string): void {
    Reflect.deleteProperty(this.#leftOut, id);
    this.#write(async () => (await import('./offer-store')).removeOffer(id));
  }

  #write(write: () => Promise<void>): void {
    this.#last = this.#last.then(write).catch((error: unknown) => reportFailure(t.projects.failed, error));
  }
}

const idOf = ({ folder, path }: Pick<FolderOffer, 'folder' | 'path'>): string => `${folder}\n${path}`;
