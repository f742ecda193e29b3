import type { ChosenFile } from '../files/chosen-file';

/** A round trip to the scanner takes longer than reading a file of up to this size. */
const smallBytes = 1024 * 1024;
/** Few enough for one message and a quick Cancel, and for the scanners to end at the same time. */
const mostTogether = 400;
const mostBytesTogether = 8 * 1024 * 1024;

/**
 * The files of an import in reading order: the largest first, so that none of them is left for the end, then small ones
 * in groups. More files may be added while some are being read.
 */
export class FileQueue {
  private readonly large: ChosenFile[] = [];
  private isSorted = true;
  private readonly small: ChosenFile[] = [];
  private nextSmall = 0;
  private isComplete = false;
  private waiting: (() => void)[] = [];
  /** Files that a scanner was reading when it died. */
  private readonly again: ChosenFile[] = [];
  private readonly tried = new Set<ChosenFile>();

  add(files: readonly ChosenFile[]): void {
    for (const file of files) {
      if (file.file.size <= smallBytes) this.small.push(file);
      else {
        this.large.push(file);
        this.isSorted = false;
      }
    }
    this.wake();
  }

  /** Call when no more files will be added. */
  end(): void {
    this.isComplete = true;
    this.wake();
  }

  /** Waits for files if there are none yet. Empty when all files have been taken. */
  async take(): Promise<ChosenFile[]> {
    for (;;) {
      const alone = this.again.pop() ?? this.takeLargest();
      if (alone !== undefined) return [alone];
      const some = this.takeSmall();
      if (some.length > 0 || this.isComplete) return some;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Returns files to the queue that weren't read for reasons unrelated to them. */
  putBack(files: readonly ChosenFile[]): void {
    this.again.push(...files);
  }

  /**
   * Call when a scanner died while reading these files: each is read once more, alone. Returns the file if it was
   * alone already, since no scanner survives it.
   */
  tryAgain(files: readonly ChosenFile[]): ChosenFile | undefined {
    const [alone] = files;
    if (alone !== undefined && files.length === 1 && this.tried.has(alone)) return alone;
    for (const file of files) this.tried.add(file);
    this.putBack(files);
    return undefined;
  }

  private takeLargest(): ChosenFile | undefined {
    if (!this.isSorted) this.large.sort((a, b) => a.file.size - b.file.size);
    this.isSorted = true;
    return this.large.pop();
  }

  private takeSmall(): ChosenFile[] {
    const from = this.nextSmall;
    for (let bytes = 0; this.nextSmall < from + mostTogether; this.nextSmall += 1) {
      const file = this.small[this.nextSmall];
      bytes += file?.file.size ?? 0;
      if (file === undefined || bytes > mostBytesTogether) break;
    }
    return this.small.slice(from, this.nextSmall);
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
