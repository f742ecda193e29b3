import type { BlobHeader, OpenedBlob } from '../model/devices';
import type { Commands } from '../protocol/commands';
import type { Carrier } from './carrier';
import type { DeviceMemory } from './memory';

type Used =
  | 'getSharedImports'
  | 'getTakenBlobs'
  | 'exportDecisions'
  | 'exportRecords'
  | 'takeInRecords'
  | 'takeInBlob'
  | 'noteBlobs';

/** The dependencies of the synchroniser. */
export interface Tools {
  carrier: Carrier;
  database: { [Name in Used]: (...args: Parameters<Commands[Name]>) => Promise<ReturnType<Commands[Name]>> };
  seal(header: BlobHeader, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws `BadInput` if the file is damaged or was written with another key */
  open(bytes: Uint8Array<ArrayBuffer>): Promise<OpenedBlob>;
  /** Rebuilds an untrusted database with exactly our schema. @throws `BadInput`, `Corrupt`, `NewerData` */
  rebuild(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  save(memory: DeviceMemory): Promise<void>;
  /** Called before each file that is merged. @param total how many there are, `done` included */
  onProgress?(done: number, total: number): void;
  /** Whether the user wants to stop after the current file. The next run continues there. */
  isPaused?(): boolean;
  /** How many records to merge in one transaction, during which the database answers nothing else. */
  recordsAtOnce: number;
  /** UTC milliseconds. */
  now(): number;
  /** The newest `user_version` that this build knows. */
  schema: number;
}
