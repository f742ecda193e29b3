import { TokentabError } from '../../model/errors';

/** How much an archive may unpack to. */
export interface UnpackLimits {
  /** The total bytes unpacked from one file, including nested archives. */
  unpackedBytes: number;
  /** Unpacked bytes per packed byte, checked beyond `freeBytes`. Logs reach about 30. */
  ratio: number;
  freeBytes: number;
  entries: number;
}

export const unpackLimits: UnpackLimits = {
  unpackedBytes: 8 * 1024 ** 3,
  ratio: 200,
  freeBytes: 64 * 1024 ** 2,
  entries: 100_000,
};

/** Counts what one file unpacks to, and throws `BadInput` if it is too much. */
export class UnpackBudget {
  private packed = 0;
  private unpacked = 0;
  private entries = 0;
  private readonly limits: UnpackLimits;

  constructor(limits: UnpackLimits) {
    this.limits = limits;
  }

  takePacked(bytes: number): void {
    this.packed += bytes;
  }

  takeUnpacked(bytes: number): void {
    const { unpackedBytes, ratio, freeBytes } = this.limits;
    this.unpacked += bytes;
    const isBomb = this.unpacked > freeBytes && this.unpacked > this.packed * ratio;
    if (isBomb || this.unpacked > unpackedBytes) {
      throw new TokentabError('BadInput', 'archive-too-large');
    }
  }

  takeEntry(): void {
    this.entries += 1;
    if (this.entries > this.limits.entries) {
      throw new TokentabError('BadInput', 'archive-too-many-files');
    }
  }
}
