/** What a person's devices tell each other through a folder (docs/decisions/0025-devices.md). */

/** An import whose records other devices take in. */
export interface SharedImport {
  id: string;
  /** UTC milliseconds. A change means that it has other records than before. */
  updatedAt: number;
  /** It has no more than these. */
  mostRecords: number;
  /** Then it has no records, and the decisions say so. */
  isUndone: boolean;
}

/** A file of the folder that the database holds already. */
export interface TakenBlob {
  /** 'device/file' */
  name: string;
  /** The ids of the imports whose records it holds. */
  imports: string[];
}

/** What stands before the content of a file, encrypted with it. */
export interface BlobHeader {
  format: 1;
  /** The file's own name, 'device/file': under another one it is refused. */
  name: string;
  /** The `user_version` of the database that wrote it. */
  schema: number;
}

export interface OpenedBlob {
  header: BlobHeader;
  content: Uint8Array<ArrayBuffer>;
}
