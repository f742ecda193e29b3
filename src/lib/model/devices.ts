/** What a user's devices exchange through a folder (docs/decisions/0025-devices.md). */

/** An import whose records other devices merge. */
export interface SharedImport {
  id: string;
  /** UTC milliseconds. Changes whenever its records do. */
  updatedAt: number;
  /** An upper bound of the number of its records. */
  mostRecords: number;
  /** If so, it has no records. */
  isUndone: boolean;
}

/** A file of the folder that this database has already merged. */
export interface TakenBlob {
  /** 'device/file' */
  name: string;
  /** The ids of the imports whose records it contains. */
  imports: string[];
}

/** The header of a file, encrypted together with its content. */
export interface BlobHeader {
  format: 1;
  /** The file's name, 'device/file': a renamed file is rejected. */
  name: string;
  /** The `user_version` of the database that wrote it. */
  schema: number;
}

export interface OpenedBlob {
  header: BlobHeader;
  content: Uint8Array<ArrayBuffer>;
}

/** The key that a user's devices share. */
export interface DeviceKey {
  /** 'AGE-SECRET-KEY-1…' */
  identity: string;
  /** The name of the devices' subfolder in the shared folder. Derived from the key without revealing it. */
  vault: string;
}
