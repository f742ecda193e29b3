import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * A folder on the disk as Chromium shows it to a page, with the errors and the way of writing that Chromium has (a file
 * beside it, `.crswap`, which is then renamed). Only what `FolderCarrier` uses.
 */
export function nodeDirectory(path: string, hooks: Hooks = {}): FileSystemDirectoryHandle {
  return new NodeDirectory(path, hooks) as unknown as FileSystemDirectoryHandle;
}

interface Hooks {
  /** Something else changes the folder between the moment when a page gets a file and when it reads that. */
  beforeReading?: () => void;
}

const failure = (name: string) => new DOMException(name, name);

/** Node's errors, as Chromium's. */
function asBrowser<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw failure('NotFoundError');
    if (code === 'EACCES' || code === 'EPERM') throw failure('NotAllowedError');
    if (code === 'ENOSPC' || code === 'EDQUOT') throw failure('QuotaExceededError');
    throw error;
  }
}

class NodeDirectory {
  readonly kind = 'directory';

  constructor(
    private readonly path: string,
    private readonly hooks: Hooks,
  ) {}

  get name(): string {
    return this.path.split('/').at(-1) ?? '';
  }

  async *values(): AsyncGenerator<NodeDirectory | NodeFile> {
    await Promise.resolve();
    for (const entry of asBrowser(() => readdirSync(this.path, { withFileTypes: true }))) {
      const path = join(this.path, entry.name);
      yield entry.isDirectory() ? new NodeDirectory(path, this.hooks) : new NodeFile(path, this.hooks);
      // So that something else can change the folder meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<NodeDirectory> {
    return later(() => {
      const path = join(this.path, name);
      if (create && existsSync(this.path)) asBrowser(() => mkdirSync(path, { recursive: true }));
      asBrowser(() => statSync(path));
      return new NodeDirectory(path, this.hooks);
    });
  }

  getFileHandle(name: string, { create = false } = {}): Promise<NodeFile> {
    return later(() => {
      const path = join(this.path, name);
      if (create && !existsSync(path))
        asBrowser(() => {
          writeFileSync(path, '');
        });
      asBrowser(() => statSync(path));
      return new NodeFile(path, this.hooks);
    });
  }

  removeEntry(name: string): Promise<void> {
    return later(() => {
      asBrowser(() => {
        rmSync(join(this.path, name));
      });
    });
  }
}

class NodeFile {
  readonly kind = 'file';

  constructor(
    private readonly path: string,
    private readonly hooks: Hooks,
  ) {}

  get name(): string {
    return this.path.split('/').at(-1) ?? '';
  }

  getFile(): Promise<Pick<File, 'size' | 'lastModified' | 'arrayBuffer'>> {
    return later(() => {
      const { size, mtimeMs } = asBrowser(() => statSync(this.path));
      const lastModified = Math.floor(mtimeMs);
      const arrayBuffer = () =>
        later(() => {
          this.hooks.beforeReading?.();
          const bytes = asBrowser(() => readFileSync(this.path));
          // A page gets only the file that it was shown.
          if (asBrowser(() => statSync(this.path)).mtimeMs !== mtimeMs) throw failure('NotReadableError');
          return Uint8Array.from(bytes).buffer;
        });
      return { size, lastModified, arrayBuffer };
    });
  }

  createWritable() {
    const swap = `${this.path}.crswap`;
    return later(() => {
      asBrowser(() => {
        writeFileSync(swap, '');
      });
      return {
        write: (bytes: Uint8Array) =>
          later(() => {
            asBrowser(() => {
              writeFileSync(swap, bytes);
            });
          }),
        abort: () =>
          later(() => {
            rmSync(swap, { force: true });
          }),
        close: () =>
          later(() => {
            asBrowser(() => {
              renameSync(swap, this.path);
            });
          }),
      };
    });
  }
}

async function later<Result>(work: () => Result): Promise<Result> {
  await new Promise((resolve) => setImmediate(resolve));
  return work();
}
