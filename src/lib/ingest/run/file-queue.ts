import type { ChosenFile } from '../files/chosen-file';

/** A round trip to the scanner takes longer than reading a file of up to this size. */
const smallBytes = 1024 * 1024;
/** Few enough for one message and a quick Cancel, and for the scanners to end at the same time. */
const mostTogether = 400;
const mostBytesTogether = 8 * 1024 * 1024;

/** The files of an import in reading order: largest first, small ones in groups. */
export class FileQueue {
  private readonly files: readonly ChosenFile[];
  private next = 0;
  /** Files that a scanner was reading when it died. */
  private readonly again: ChosenFile[] = [];
  private readonly tried = new Set<ChosenFile>();

  constructor(files: readonly ChosenFile[]) {
    this.files = files.toSorted((a, b) => b.file.size - a.file.size);
  }

  /** Empty when all files have been taken. */
  take(): ChosenFile[] {
    const alone = this.again.pop();
    if (alone !== undefined) return [alone];
    const taken: ChosenFile[] = [];
    for (let bytes = 0; taken.length < mostTogether; this.next += 1) {
      const file = this.files[this.next];
      if (file === undefined) break;
      bytes += file.file.size;
      if (taken.length > 0 && (file.file.size > smallBytes || bytes > mostBytesTogether)) break;
      taken.push(file);
      if (file.file.size > smallBytes) {
        this.next += 1;
        break;
      }
    }
    return taken;
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
}
