import type { CarriedFile, Carrier } from './carrier';
import { isDevice } from './names';

/** The devices' subfolder in the shared folder. */
const folderOf = (vault: string): string => `Tokentab ${vault}`;

/** The vaults in the folder, one for each key whose devices have used it. */
export async function vaultsIn(root: FileSystemDirectoryHandle): Promise<string[]> {
  const vaults: string[] = [];
  for await (const { kind, name } of root.values()) {
    const vault = /^Tokentab ([0-9a-f]{8})$/.exec(name)?.[1];
    if (kind === 'directory' && vault !== undefined) vaults.push(vault);
  }
  return vaults;
}

/**
 * A folder that another program replicates, such as Syncthing or a cloud drive. Files may appear and disappear while
 * they are being read.
 * @throws the browser's own errors: `NotFoundError` if the whole folder is gone, `NotAllowedError` without permission
 */
export class FolderCarrier implements Carrier {
  constructor(
    private readonly root: FileSystemDirectoryHandle,
    private readonly vault: string,
  ) {}

  async list(): Promise<CarriedFile[]> {
    const files: CarriedFile[] = [];
    for await (const device of (await this.#open()).values()) {
      if (device.kind !== 'directory' || !isDevice(device.name)) continue;
      await ifThere(async () => {
        for await (const entry of device.values()) {
          if (entry.kind !== 'file' || !entry.name.endsWith('.age')) continue;
          const file = await ifThere(() => entry.getFile());
          if (!file) continue;
          files.push({
            name: `${device.name}/${entry.name}`,
            bytes: file.size,
            version: `${file.size}-${file.lastModified}`,
          });
        }
      });
    }
    return files;
  }

  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await ifThere(async () => {
      const file = await (await this.#fileOf(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    });
    return bytes ?? null;
  }

  /** Atomic: the browser writes a temporary file and renames it when it is complete. */
  async write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const writable = await (await this.#fileOf(name, true)).createWritable();
    try {
      await writable.write(bytes);
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    await writable.close();
  }

  async remove(name: string): Promise<void> {
    const [device = '', file = ''] = name.split('/');
    await ifThere(async () => (await (await this.#open()).getDirectoryHandle(device)).removeEntry(file));
  }

  #open(): Promise<FileSystemDirectoryHandle> {
    return this.root.getDirectoryHandle(folderOf(this.vault), { create: true });
  }

  async #fileOf(name: string, create = false): Promise<FileSystemFileHandle> {
    const [device = '', file = ''] = name.split('/');
    return (await (await this.#open()).getDirectoryHandle(device, { create })).getFileHandle(file, {
      create,
    });
  }
}

/** Undefined if the file has disappeared meanwhile, or was replaced, which browsers say is not readable. */
async function ifThere<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && ['NotFoundError', 'NotReadableError'].includes(error.name))
      return undefined;
    throw error;
  }
}
