import type { Pieces } from './pieces';

/**
 * SQLite's write-ahead log, read by its documented format (sqlite.org/fileformat2.html, part 4): a header, then
 * frames of one page each. A frame is valid if its salts equal the header's and the checksum over everything up to it
 * is right. The first invalid frame ends the log, as in SQLite: what follows was never committed, or belongs to an
 * earlier log.
 */
export interface WriteAheadLog {
  pageSize: number;
  /** The number of pages in the database after the last commit. */
  pageCount: number;
  /** The offset of each page's newest committed content in the log, by page number from 1. */
  pages: ReadonlyMap<number, number>;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
const version = 3007000;

/** Null if the log contains no commit; 'unusable' if its header is invalid. Never throws, whatever the bytes are. */
export function readWriteAheadLog(log: Uint8Array): WriteAheadLog | null | 'unusable' {
  if (log.length === 0) return null;
  if (log.length < headerBytes) return 'unusable';
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const isLittleEndian = view.getUint32(0) === magic;
  const pageSize = view.getUint32(8);
  if (!isLittleEndian && view.getUint32(0) !== magic + 1) return 'unusable';
  if (view.getUint32(4) !== version || !isPageSize(pageSize)) return 'unusable';
  const sum = new Checksum(view, isLittleEndian);
  sum.add(0, 24);
  if (!sum.isAt(24)) return 'unusable';

  const pages = new Map<number, number>();
  let pending: [page: number, offset: number][] = [];
  let pageCount = 0;
  const frameBytes = frameHeaderBytes + pageSize;
  for (let frame = headerBytes; frame + frameBytes <= log.length; frame += frameBytes) {
    const page = view.getUint32(frame);
    const pagesAfterCommit = view.getUint32(frame + 4);
    if (page === 0 || view.getBigUint64(frame + 8) !== view.getBigUint64(16)) break;
    sum.add(frame, frame + 8);
    sum.add(frame + frameHeaderBytes, frame + frameBytes);
    if (!sum.isAt(frame + 16)) break;
    pending.push([page, frame + frameHeaderBytes]);
    if (pagesAfterCommit === 0) continue;
    pageCount = pagesAfterCommit;
    for (const [number, offset] of pending) pages.set(number, offset);
    pending = [];
  }
  return pageCount === 0 ? null : { pageSize, pageCount, pages };
}

/** The database after the log's last commit, in pieces. The pages are those of `readWriteAheadLog(log)`. */
export function withCommitted(
  database: Pieces,
  log: Uint8Array,
  { pageSize, pageCount, pages }: WriteAheadLog,
): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (const [page, offset] of [...pages].sort(([a], [b]) => a - b)) {
    // A later commit may have shrunk the database.
    if (page > pageCount) break;
    const start = (page - 1) * pageSize;
    pieces.push(...database.between(end, start), log.subarray(offset, offset + pageSize));
    end = start + pageSize;
  }
  pieces.push(...database.between(end, pageCount * pageSize));
  return pieces;
}

/** The log's running checksum over pairs of 32-bit words, in the byte order that its magic number states. */
class Checksum {
  private first = 0;
  private second = 0;

  constructor(
    private readonly view: DataView,
    private readonly isLittleEndian: boolean,
  ) {}

  /** The range must be a whole number of pairs, of 8 bytes each. */
  add(start: number, end: number): void {
    for (let at = start; at < end; at += 8) {
      this.first = (this.first + this.view.getUint32(at, this.isLittleEndian) + this.second) >>> 0;
      this.second = (this.second + this.view.getUint32(at + 4, this.isLittleEndian) + this.first) >>> 0;
    }
  }

  /** Whether the stored checksum at this offset matches. It is always stored big-endian. */
  isAt(offset: number): boolean {
    return this.view.getUint32(offset) === this.first && this.view.getUint32(offset + 4) === this.second;
  }
}

/** Whether SQLite has pages of this many bytes. */
export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}
