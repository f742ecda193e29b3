/** A file that a device has put where the others find it. */
export interface CarriedFile {
  /** 'device/file' */
  name: string;
  bytes: number;
  /** Changes whenever the content may have changed. */
  version: string;
}

/**
 * What carries files between the devices of one person: a folder that something else replicates. It may lose, repeat, delay,
 * reorder or cut off whatever it carries. Every name has one writer, ever, so nothing here needs a lock or a condition.
 */
export interface Carrier {
  /** Everything that is there right now. A file may be gone by the time it is read. */
  list(): Promise<CarriedFile[]>;
  /** Null if it is gone. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Creates or replaces a file of this device. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes a file of this device; one that is gone is no error. */
  remove(name: string): Promise<void>;
}
