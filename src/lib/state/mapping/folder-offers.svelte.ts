import type { UnknownTable } from '../../ingest/files/chosen-file';
import { t } from '../../texts/texts';
import { reportFailure } from '../shell/report';
import type { StoredOffer } from './offer-store';
import { hasColumns } from './table-kinds';

export interface FolderOffer extends UnknownTable {
  /** The connected folder's id. */
  folder: string;
}

/** More than anybody describes one by one. */
const mostKept = 500;

/**
 * Tables in connected folders that nothing reads: kept until they are described, left out or gone, since their files are not
 * read again by themselves.
 */
export class FolderOffers {
  list = $state.raw<readonly FolderOffer[]>([]);
  /** Nothing is drawn of it. */
  #leftOut: Record<string, true> = {};
  /** Folders that are connected no longer: what is still being read of one offers nothing more. Their ids never come again. */
  readonly #forgotten: string[] = [];
  /** What is stored goes one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** What earlier tabs were told of a folder; its files are looked up, not read. Before the folder is read. */
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

  /** A folder tells of a file again whenever that has changed. */
  add(offer: FolderOffer): void {
    if (Object.hasOwn(this.#leftOut, idOf(offer)) || !this.#put(offer)) return;
    this.#store(offer, false);
  }

  /** It is read now. */
  wasRead(folder: string, path: string): void {
    this.#drop((offer) => offer.folder === folder && offer.path === path);
  }

  /** Those with these columns are read from now on. */
  described(columns: readonly string[]): void {
    this.#drop((offer) => hasColumns(offer, columns));
  }

  /** The folder is no longer connected. */
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
    this.#last = this.#last.then(write).catch((error: unknown) => reportFailure(t.mapping.failed, error));
  }
}

const idOf = ({ folder, path }: Pick<FolderOffer, 'folder' | 'path'>): string => `${folder}\n${path}`;
