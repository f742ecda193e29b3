/** A file that one device has written for the others. */
export interface CarriedFile {
  /** 'device/file' */
  name: string;
  bytes: number;
  /** Changes whenever the content may have changed. */
  version: string;
}

/** Why a carrier can't be used now: it isn't there, has no space left, or refuses this device. */
export class CarrierProblem extends Error {
  override name = 'CarrierProblem';

  constructor(
    readonly reason: 'gone' | 'full' | 'refused',
    cause?: unknown,
  ) {
    super(`The carrier is unusable: ${reason}.`, { cause });
  }
}

/**
 * The transport of files between a user's devices: a folder that another program replicates, or a NATS server. It may
 * lose, repeat, delay, reorder or truncate files. Every name only ever has one writer, so no locks or conditional writes are needed.
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
  /** Calls back soon after a device has changed its files; where it is missing, look again now and then. */
  watch?(changed: (device: string) => void): void;
  /** Ends its connection, if it has one. */
  close?(): Promise<void>;
}
