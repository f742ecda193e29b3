import type { FileCursor } from '../../model/file-cursor';
import { cursorsPerCall, rememberFiles, type Memory } from '../files/file-memory';
import type { BatchSender } from './batch-sender';
import type { ImportTarget } from '../import-target';

/**
 * Saves cursors, some at a time and each only once everything read from its file is stored. A folder can hold a
 * million files, and an import that ends early shouldn't have to read again what it has stored.
 */
export class CursorKeeper {
  private read: FileCursor[] = [];
  private saving: Promise<void> = Promise.resolve();
  private failure: { error: unknown } | undefined;

  constructor(
    private readonly target: ImportTarget,
    private readonly memory: Memory,
    private readonly importId: string,
    private readonly sender: BatchSender,
  ) {}

  add(cursor: FileCursor): void {
    this.read.push(cursor);
    if (this.read.length >= cursorsPerCall) this.save();
  }

  /** Resolves when all cursors that can be saved are; rejects with the database's error. */
  async end(): Promise<void> {
    this.save();
    await this.saving;
    if (this.failure !== undefined) throw this.failure.error;
  }

  private save(): void {
    const { target, memory, importId, read } = this;
    this.read = [];
    const stored = this.sender.stored();
    this.saving = this.saving
      .then(async () => {
        if (await stored) await rememberFiles(target, memory, importId, read);
      })
      .catch((error: unknown) => {
        this.failure ??= { error };
      });
  }
}
