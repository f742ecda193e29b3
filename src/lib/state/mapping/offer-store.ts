import { ObjectStore } from '../../ingest/files/object-store';

/** A table in a connected folder that nothing reads yet, as it is kept until the user has answered. */
export interface StoredOffer {
  /** Folder and path. */
  id: string;
  folder: string;
  path: string;
  /** Of the file that it is or is packed in. */
  file: string;
  columns: readonly string[];
  /** It is no usage, the user says. */
  isLeftOut: boolean;
}

const store = new ObjectStore<StoredOffer>('tokentab-offers', 'offers');

export const storedOffers = (): Promise<StoredOffer[]> => store.all();
export const storeOffer = (offer: StoredOffer): Promise<void> => store.put(offer);
export const removeOffer = (id: string): Promise<void> => store.remove(id);
