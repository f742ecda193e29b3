/** A file that this device has written and keeps in the folder. */
export interface OwnFile {
  /** 'device/file' */
  name: string;
  bytes: number;
  /** Of what is in the folder, in hexadecimal digits. */
  sha256: string;
  /** Files that make sense only together, since they are parts of one import. */
  group: string;
  /** The imports whose records it holds, each with the `updatedAt` that it had. */
  imports: [id: string, updatedAt: number][];
  /** No more than these. */
  records: number;
  /** Of decisions: the hash of the content, to tell whether others were made since. */
  content: string | null;
}

/**
 * What a device remembers of itself. It is kept beside the database, never in it: a database that is restored or copied must not
 * make two devices write under one name.
 */
export interface DeviceMemory {
  device: string;
  /** What the user calls it. */
  deviceName: string;
  files: OwnFile[];
  /** Of the last manifests. Another one under our own name means that a copy of this browser's profile writes as well. */
  nonces: string[];
}

export const newDevice = (deviceName: string): DeviceMemory => ({
  device: crypto.randomUUID(),
  deviceName,
  files: [],
  nonces: [],
});
