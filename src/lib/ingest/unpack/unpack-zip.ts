import type { PlainProblem } from '../../model/problem';
import { Inflate, strToU8, Unzip, UnzipPassThrough, type UnzipFile } from 'fflate';
import { TokentabError } from '../../model/errors';
import { Crc32 } from './crc32';
import { RecentBytes } from './recent-bytes';
import { inSlices } from './slices';

export interface ZipEntry {
  name: string;
  /** Throws `BadInput` if the entry is encrypted, broken, truncated or exceeds the bounds. */
  chunks: AsyncIterable<Uint8Array>;
}

export interface ZipBounds {
  /** Both are called before more is kept. An error that they throw ends the reading. */
  takeUnpacked(bytes: number): void;
  takeEntry(): void;
}

/**
 * Yields the files of a ZIP archive in their order, in one pass. An entry's chunks must be read before the next entry
 * is requested; unread ones are skipped without unpacking. Throws `BadInput` if the archive itself is broken.
 */
export async function* unpackZip(
  chunks: AsyncIterable<Uint8Array>,
  bounds: ZipBounds,
): AsyncGenerator<ZipEntry> {
  const slices = inSlices(chunks);
  const reader = new ZipReader(slices, bounds);
  try {
    for (let entry = await reader.nextEntry(); entry !== null; entry = await reader.nextEntry()) {
      if (!entry.name.endsWith('/')) yield { name: entry.name, chunks: reader.content(entry) };
      entry.isSkipped = true;
    }
  } finally {
    await slices.return(undefined);
  }
}

/** Enough for an entry's header, or for the end record with a comment. */
const recentLength = 32 * 1024;

/** An entry that was found but isn't fully read yet. */
interface OpenEntry {
  name: string;
  pieces: Uint8Array[];
  unpacked: number;
  sum: Crc32;
  /** What `sum` must be at the end; null if the archive states it only after the content. */
  checksum: number | null;
  isSkipped: boolean;
  isEnded: boolean;
  error: TokentabError | null;
}

/** Wraps the push-based library in a pull-based interface: bytes go in only when no output is waiting. */
class ZipReader {
  private readonly waiting: OpenEntry[] = [];
  private current: OpenEntry | null = null;
  private isEnd = false;
  /** The error that ended the reading early. */
  private failure: TokentabError | null = null;
  /** The reader of an entry has already received the error, so it isn't reported again. */
  private isReported = false;
  private readonly recent = new RecentBytes(recentLength);
  private readonly unzip: Unzip;
  private readonly slices: AsyncGenerator<Uint8Array>;
  private readonly bounds: ZipBounds;

  constructor(slices: AsyncGenerator<Uint8Array>, bounds: ZipBounds) {
    this.slices = slices;
    this.bounds = bounds;
    this.unzip = new Unzip((file) => this.open(file));
  }

  async nextEntry(): Promise<OpenEntry | null> {
    while (this.current !== null && !this.current.isEnded && !this.isEnd) await this.pushSlice();
    while (this.waiting.length === 0 && !this.isEnd) await this.pushSlice();
    this.current = this.waiting.shift() ?? null;
    if (this.current !== null) return this.current;
    if (this.isReported) return null;
    if (this.failure !== null) throw this.failure;
    if (!hasEndRecord(this.recent.bytes())) throw broken();
    return null;
  }

  async *content(entry: OpenEntry): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = entry.pieces.shift();
      if (piece !== undefined) yield piece;
      else if (entry.error !== null) throw entry.error;
      else if (entry.isEnded) return;
      else if (this.isEnd) throw this.tellFailure();
      else await this.pushSlice();
    }
  }

  private async pushSlice(): Promise<void> {
    const next = await this.slices.next();
    this.isEnd = next.done === true;
    const slice = next.done === true ? new Uint8Array(0) : next.value;
    this.recent.add(slice);
    try {
      this.unzip.push(slice, this.isEnd);
    } catch (error) {
      this.stop(error instanceof TokentabError ? error : broken(error));
    }
  }

  private stop(failure: TokentabError): void {
    this.isEnd = true;
    this.failure ??= failure;
  }

  private tellFailure(): TokentabError {
    this.isReported = true;
    return this.failure ?? broken();
  }

  private open(file: UnzipFile): void {
    this.bounds.takeEntry();
    const header = headerOf(this.recent.bytes(), file.name);
    const entry: OpenEntry = {
      name: file.name,
      pieces: [],
      unpacked: 0,
      sum: new Crc32(),
      checksum: header.checksum,
      isSkipped: false,
      isEnded: false,
      error: null,
    };
    this.waiting.push(entry);
    if (header.isEncrypted) entry.error = unreadable('archived-file-encrypted');
    else if (file.compression !== 0 && file.compression !== 8)
      entry.error = unreadable('archived-file-unknown-method');
    this.unzip.register(decoderOf(entry, file.compression));
    file.ondata = (error, data, isFinal) => this.take(entry, file, error, data, isFinal);
    file.start();
  }

  private take(
    entry: OpenEntry,
    file: UnzipFile,
    error: unknown,
    data: Uint8Array | null,
    isFinal: boolean,
  ): void {
    if (error !== null) entry.error ??= broken(error);
    if (data !== null && data.length > 0 && entry.error === null && !entry.isSkipped) {
      try {
        this.bounds.takeUnpacked(data.length);
      } catch (excess) {
        // Unpacks nothing more, of any entry. The reader of this one receives the error.
        this.isEnd = true;
        this.isReported = true;
        entry.error = excess instanceof TokentabError ? excess : broken(excess);
        return;
      }
      entry.unpacked += data.length;
      entry.sum.add(data);
      entry.pieces.push(data);
    }
    if (!isFinal) return;
    entry.isEnded = true;
    if (entry.isSkipped) return;
    const { originalSize = entry.unpacked } = file;
    const { unpacked, sum, checksum } = entry;
    if (unpacked !== originalSize || (checksum ?? sum.value) !== sum.value) entry.error ??= broken();
  }
}

/**
 * Creates the decoder of one entry. If the entry is broken or nobody wants it, its bytes are dropped instead of
 * unpacked.
 */
function decoderOf(entry: OpenEntry, compression: number): Parameters<Unzip['register']>[0] {
  class EntryDecoder {
    static compression = compression;
    ondata: (error: Error | null, data: Uint8Array, isFinal: boolean) => void = () => undefined;
    private readonly stored = new UnzipPassThrough();
    private readonly inflate = new Inflate();

    push(data: Uint8Array, isFinal: boolean): void {
      if (entry.isSkipped || entry.error !== null) {
        this.ondata(null, new Uint8Array(0), isFinal);
        return;
      }
      try {
        if (compression === 0) {
          this.stored.ondata = (error, piece, isLast) => this.ondata(error, piece, isLast);
          this.stored.push(data, isFinal);
        } else {
          this.inflate.ondata = (piece) => this.ondata(null, piece, false);
          this.inflate.push(data, isFinal);
          if (isFinal) this.ondata(null, new Uint8Array(0), true);
        }
      } catch (error) {
        entry.error = error instanceof TokentabError ? error : broken(error);
        this.ondata(null, new Uint8Array(0), isFinal);
      }
    }
  }
  return EntryDecoder;
}

/** Whether the archive ends with its end record, optionally followed by a comment. */
function hasEndRecord(bytes: Uint8Array<ArrayBuffer>): boolean {
  const view = new DataView(bytes.buffer);
  for (let at = bytes.lastIndexOf(0x50); at > 0; at = bytes.lastIndexOf(0x50, at - 1)) {
    if (at + 4 <= bytes.length && view.getUint32(at, true) === 0x06054b50) return true;
  }
  return bytes.length >= 4 && view.getUint32(0, true) === 0x06054b50;
}

/** The library reports neither an entry's flags nor its checksum, so find its header in the most recent bytes. */
function headerOf(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): { isEncrypted: boolean; checksum: number | null } {
  const view = new DataView(bytes.buffer);
  const names = { utf8: strToU8(name), latin1: strToU8(name, true) };
  for (let at = bytes.lastIndexOf(0x50); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(0x50, at - 1)) {
    if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) continue;
    const flags = view.getUint16(at + 6, true);
    const length = view.getUint16(at + 26, true);
    const wanted = (flags & 0x800) === 0 ? names.latin1 : names.utf8;
    if (length !== wanted.length || !endsAt(bytes, at + 30 + length, wanted)) continue;
    // Programs that write in one pass know the checksum only after the content.
    const checksum = (flags & 8) === 0 ? view.getUint32(at + 14, true) : null;
    return { isEncrypted: (flags & 1) === 1, checksum };
  }
  return { isEncrypted: false, checksum: null };
}

/** Compares backwards, because the names in one archive usually differ at their ends. */
function endsAt(bytes: Uint8Array, end: number, wanted: Uint8Array): boolean {
  for (let back = 1; back <= wanted.length; back += 1) {
    if (bytes[end - back] !== wanted[wanted.length - back]) return false;
  }
  return true;
}

function unreadable(problem: PlainProblem): TokentabError {
  return new TokentabError('BadInput', problem);
}

function broken(cause?: unknown): TokentabError {
  return new TokentabError('BadInput', 'archive-broken', cause);
}
