/** A file that this device has written and keeps in the folder. */
export interface OwnFile {
  /** 'device/file' */
  name: string;
  bytes: number;
  /** Of the file in the folder, in hexadecimal digits. */
  sha256: string;
  /** Shared by files that are only useful together, because they are parts of the same imports. */
  group: string;
  /** The imports whose records it contains, each with its `updatedAt` at that time. */
  imports: [id: string, updatedAt: number][];
  /** An upper bound of the number of its records. */
  records: number;
  /** For decisions: the hash of the content, to detect changes; null for records. */
  content: string | null;
}

/**
 * A device's state, stored outside the database: restoring or copying a database must not make two devices write under
 * the same name.
 */
export interface DeviceMemory {
  device: string;
  /** The user's name for it. */
  deviceName: string;
  files: OwnFile[];
  /** Of the last manifests. A different one under our name means that a copy of this browser's profile writes, too. */
  nonces: string[];
}

export const newDevice = (deviceName: string): DeviceMemory => ({
  device: crypto.randomUUID(),
  deviceName,
  files: [],
  nonces: [],
});
