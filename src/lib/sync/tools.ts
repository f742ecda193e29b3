import type { BlobHeader, OpenedBlob } from '../model/devices';
import type { Commands } from '../protocol/commands';
import type { Carrier } from './carrier';
import type { DeviceMemory } from './memory';

type Used =
  'getSharedImports' | 'getTakenBlobs' | 'exportDecisions' | 'exportRecords' | 'takeInBlob' | 'noteBlobs';

/** Everything outside that keeping devices in step needs. */
export interface Tools {
  carrier: Carrier;
  database: { [Name in Used]: (...args: Parameters<Commands[Name]>) => Promise<ReturnType<Commands[Name]>> };
  seal(header: BlobHeader, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws `BadInput` for what is damaged, or was written with another key */
  open(bytes: Uint8Array<ArrayBuffer>): Promise<OpenedBlob>;
  /** Makes a database of exactly our schema of one that cannot be trusted. @throws `BadInput`, `Corrupt`, `NewerData` */
  rebuild(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  save(memory: DeviceMemory): Promise<void>;
  /** UTC milliseconds. */
  now(): number;
  /** The newest `user_version` that is known here. */
  schema: number;
}
