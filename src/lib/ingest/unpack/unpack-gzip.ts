import { Gunzip } from 'fflate';
import { Crc32 } from './crc32';
import { brokenContent, pulled, type PushDecoder } from './push-decoder';
import { RecentBytes } from './recent-bytes';
import { inSlices } from './slices';

/**
 * Unpacks a gzip file; throws `BadInput` if it is broken, truncated or doesn't match its checksum. Logs that are
 * packed piece by piece consist of several gzip members, of which browsers' own decoders reject the second. Each
 * member counts as an entry.
 */
export function unpackGzip(
  chunks: AsyncIterable<Uint8Array>,
  bounds: { takeEntry(): void },
): AsyncGenerator<Uint8Array> {
  return pulled(inSlices(chunks), (take) => new GzipDecoder(take, bounds));
}

/** The checksum and the length. */
const trailerBytes = 8;
/** More than any header takes, so that the trailer before it is still available. */
const recentBytes = 80 * 1024;

class GzipDecoder implements PushDecoder {
  private sum = new Crc32();
  private readonly recent = new RecentBytes(recentBytes);
  private readonly gunzip: Gunzip;

  constructor(take: (piece: Uint8Array) => void, bounds: { takeEntry(): void }) {
    this.gunzip = new Gunzip((piece) => {
      this.sum.add(piece);
      take(piece);
    });
    this.gunzip.onmember = (start) => {
      bounds.takeEntry();
      this.check(start);
    };
  }

  push(bytes: Uint8Array, isEnd: boolean): void {
    this.recent.add(bytes);
    this.gunzip.push(bytes, isEnd);
    if (isEnd) this.check(this.recent.total);
  }

  /** @param end where the next member begins, or the file ends */
  private check(end: number): void {
    if (this.recent.uint32Before(end - trailerBytes + 4) !== this.sum.value) throw brokenContent();
    this.sum = new Crc32();
  }
}
