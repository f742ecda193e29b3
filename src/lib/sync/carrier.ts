/** A file that one device has written for the others. */
export interface CarriedFile {
  /** 'device/file' */
  name: string;
  bytes: number;
  /** Changes whenever the content may have changed. */
  version: string;
}

/**
 * The transport of files between a user's devices: a folder that another program replicates. It may lose, repeat,
 * delay, reorder or truncate files. Every name only ever has one writer, so no locks or conditional writes are needed.
 */
export interface Carrier {
  /** The current files. One may be gone by the time it is read. */
  list(): Promise<CarriedFile[]>;
  /** Null if it is gone. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Creates or replaces a file of this device. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Deletes a file of this device; no error if it is already gone. */
  remove(name: string): Promise<void>;
}
