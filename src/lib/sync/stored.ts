import type { DeviceKey } from '../model/devices';
import { ObjectStore } from '../model/object-store';
import type { DeviceMemory } from './memory';

/** Where this browser's device meets the others, and the key. */
export interface StoredSharing {
  id: 'sharing';
  /** The shared folder; null for the server behind this site. */
  handle: FileSystemDirectoryHandle | null;
  key: DeviceKey;
}

interface StoredMemory {
  id: 'memory';
  memory: DeviceMemory;
}

const store = new ObjectStore<StoredSharing | StoredMemory>('tokentab-devices', 'records');

/** Undefined if sharing was not set up, or only in part. */
export async function readSharing(): Promise<{ sharing: StoredSharing; memory: DeviceMemory } | undefined> {
  const rows = await store.all();
  const sharing = rows.find((row) => row.id === 'sharing');
  const memory = rows.find((row) => row.id === 'memory');
  return sharing && memory ? { sharing, memory: memory.memory } : undefined;
}

export const saveSharing = (sharing: Omit<StoredSharing, 'id'>): Promise<void> =>
  store.put({ id: 'sharing', ...sharing });
export const saveMemory = (memory: DeviceMemory): Promise<void> => store.put({ id: 'memory', memory });

export async function forgetSharing(): Promise<void> {
  await store.remove('sharing');
  await store.remove('memory');
}
