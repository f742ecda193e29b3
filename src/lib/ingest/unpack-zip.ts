import { Inflate, strFromU8, Unzip, UnzipPassThrough, type UnzipFile } from 'fflate';
import { TokentabError } from '../model/errors';
import { inSlices } from './slices';

export interface ZipEntry {
  name: string;
  /** Throws `BadInput` where the entry is encrypted, broken, cut off or over the bounds. */
  chunks: AsyncIterable<Uint8Array>;
}

export interface ZipBounds {
  /** Called before more is kept; what it throws ends the reading. */
  takeUnpacked(bytes: number): void;
  takeEntry(): void;
}

/**
 * The files of a ZIP, in their order, in one pass. An entry's chunks must be read before the next entry is asked for;
 * what is left of them is passed over without being unpacked. Throws `BadInput` where the archive itself is broken.
 */
export async function* unpackZip(
  chunks: AsyncIterable<Uint8Array>,
  bounds: ZipBounds,
): AsyncGenerator<ZipEntry> {
  const reader = new ZipReader(inSlices(chunks), bounds);
  let hasEntries = false;
  for (;;) {
    const entry = await reader.nextEntry();
    if (entry === null) break;
    hasEntries = true;
    if (!entry.name.endsWith('/')) yield { name: entry.name, chunks: reader.content(entry) };
    entry.isSkipped = true;
  }
  if (!hasEntries) throw new TokentabError('BadInput', 'The archive is empty, or it is broken.');
}

/** An entry between being found and being read. */
interface OpenEntry {
  name: string;
  pieces: Uint8Array[];
  unpacked: number;
  isSkipped: boolean;
  isEnded: boolean;
  error: unknown;
}

/** Turns the pushing library into something that is asked: bytes go in only while nothing waits to be taken out. */
class ZipReader {
  private readonly waiting: OpenEntry[] = [];
  private current: OpenEntry | null = null;
  private isEnd = false;
  /** The last two slices, to look an entry's header up in. */
  private recent: [Uint8Array, Uint8Array] = [new Uint8Array(0), new Uint8Array(0)];
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
    return this.current;
  }

  async *content(entry: OpenEntry): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = entry.pieces.shift();
      if (piece !== undefined) yield piece;
      else if (entry.error !== null) throw entry.error;
      else if (entry.isEnded) return;
      else if (this.isEnd) throw broken();
      else await this.pushSlice();
    }
  }

  private async pushSlice(): Promise<void> {
    const next = await this.slices.next();
    const slice = next.done === true ? new Uint8Array(0) : next.value;
    this.isEnd = next.done === true;
    this.recent = [this.recent[1], slice];
    try {
      this.unzip.push(slice, this.isEnd);
    } catch (error) {
      this.isEnd = true;
      const open = this.waiting.at(-1) ?? this.current;
      const failure = error instanceof TokentabError ? error : broken(error);
      if (open === null || open.isEnded || open.isSkipped) throw failure;
      open.error ??= failure;
    }
  }

  private open(file: UnzipFile): void {
    this.bounds.takeEntry();
    const entry: OpenEntry = {
      name: file.name,
      pieces: [],
      unpacked: 0,
      isSkipped: false,
      isEnded: false,
      error: null,
    };
    this.waiting.push(entry);
    if (isEncrypted(this.recent, file.name)) entry.error = unreadable('is encrypted');
    else if (file.compression !== 0 && file.compression !== 8) entry.error = unreadable('is packed in an unknown way');
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
      this.bounds.takeUnpacked(data.length);
      entry.unpacked += data.length;
      entry.pieces.push(data);
    }
    if (!isFinal) return;
    entry.isEnded = true;
    const { originalSize } = file;
    const isWhole = entry.isSkipped || originalSize === undefined || originalSize === entry.unpacked;
    if (!isWhole) entry.error ??= broken();
  }
}

/** A decoder for one entry: once nobody wants it or it is broken, its bytes are dropped instead of unpacked. */
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
  return EntryDecoder as unknown as Parameters<Unzip['register']>[0];
}

/** The library does not tell an entry's flags, so its header is looked up in the bytes that were just given. */
function isEncrypted([before, slice]: [Uint8Array, Uint8Array], name: string): boolean {
  const bytes = new Uint8Array(before.length + slice.length);
  bytes.set(before);
  bytes.set(slice, before.length);
  const view = new DataView(bytes.buffer);
  for (let at = bytes.lastIndexOf(0x50); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(0x50, at - 1)) {
    if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) continue;
    const flags = view.getUint16(at + 6, true);
    const length = view.getUint16(at + 26, true);
    const written = bytes.subarray(at + 30, at + 30 + length);
    if (strFromU8(written, (flags & 0x800) === 0) === name) return (flags & 1) === 1;
  }
  return false;
}

function unreadable(why: string): TokentabError {
  return new TokentabError('BadInput', `The file in the archive ${why}.`);
}

function broken(cause?: unknown): TokentabError {
  return new TokentabError('BadInput', 'The archive is broken or cut off.', cause);
}
