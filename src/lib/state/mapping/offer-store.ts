import { ObjectStore } from '../../model/object-store';

/** An unrecognized table in a connected folder, as it is stored until the user has decided about it. */
export interface StoredOffer {
  /** The folder's id and the table's path. */
  id: string;
  folder: string;
  path: string;
  /** The file itself, or the archive that contains it. */
  file: string;
  columns: readonly string[];
  /** The user said that it holds no usage. */
  isLeftOut: boolean;
}

const store = new ObjectStore<StoredOffer>('tokentab-offers', 'offers');

export const storedOffers = (): Promise<StoredOffer[]> => store.all();
export const storeOffer = (offer: StoredOffer): Promise<void> => store.put(offer);
export const removeOffer = (id: string): Promise<void> => store.remove(id);
