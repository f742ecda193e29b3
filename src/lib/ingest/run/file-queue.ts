import type { ChosenFile } from '../files/chosen-file';

/** Of files up to here the way to the scanner and back takes longer than the reading. */
const tinyBytes = 64 * 1024;
/** Few enough for one message, one report and a quick Cancel. */
const mostTogether = 64;
const mostBytesTogether = 1024 * 1024;

/** The files of an import in the order in which they are read: the largest first, tiny ones some at a time. */
export class FileQueue {
  private readonly files: readonly ChosenFile[];
  private next = 0;
  /** A scanner ended while it read these. */
  private readonly again: ChosenFile[] = [];
  private readonly tried = new Set<ChosenFile>();

  constructor(files: readonly ChosenFile[]) {
    this.files = files.toSorted((a, b) => b.file.size - a.file.size);
  }

  /** None when all are taken. */
  take(): ChosenFile[] {
    const alone = this.again.pop();
    if (alone !== undefined) return [alone];
    const taken: ChosenFile[] = [];
    for (let bytes = 0; taken.length < mostTogether; this.next += 1) {
      const file = this.files[this.next];
      if (file === undefined) break;
      bytes += file.file.size;
      if (taken.length > 0 && (file.file.size > tinyBytes || bytes > mostBytesTogether)) break;
      taken.push(file);
      if (file.file.size > tinyBytes) {
        this.next += 1;
        break;
      }
    }
    return taken;
  }

  /** They could not be read for no fault of theirs. */
  putBack(files: readonly ChosenFile[]): void {
    this.again.push(...files);
  }

  /**
   * A scanner ended while it read these: each is read once more, alone. Gives one that was alone before: it is what no
   * scanner survives.
   */
  tryAgain(files: readonly ChosenFile[]): ChosenFile | undefined {
    const [alone] = files;
    if (alone !== undefined && files.length === 1 && this.tried.has(alone)) return alone;
    for (const file of files) this.tried.add(file);
    this.putBack(files);
    return undefined;
  }
}
