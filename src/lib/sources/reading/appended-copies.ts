/**
 * Tells the lines of a file that was appended to itself from equal lines that are separate calls, where lines have no
 * id. Tools write calls in the order of time. So equal lines next to each other, or beside others of the same time, are
 * separate calls. A line that comes back after one of another time, with its own time and all its counts, is a copy.
 * If all lines of a file have one time, nothing can tell, and each of them counts.
 */
export class AppendedCopies {
  private readonly seen = new Map<string, number>();
  private time: unknown;
  /** The number of times so far that a line had another time than the line before it. */
  private stretch = 0;

  /** `line` is everything that the file says about the call, with its time as written. */
  isCopy(time: unknown, line: string): boolean {
    if (time !== this.time) this.stretch += 1;
    this.time = time;
    const first = this.seen.get(line);
    if (first === undefined) this.seen.set(line, this.stretch);
    return first !== undefined && first !== this.stretch;
  }
}
