import { Buffer } from 'node:buffer';

/** A Zstandard frame (RFC 8878) of uncompressed blocks; `window` is the exponent of its window size, from 10. */
export function zstdFrame(content: Uint8Array, { window = 20 } = {}): Uint8Array {
  const blocks: number[] = [];
  const most = 100_000;
  for (let start = 0; start === 0 || start < content.length; start += most) {
    const piece = content.subarray(start, start + most);
    blocks.push(...blockHeader(start + most >= content.length, 'raw', piece.length));
    for (const byte of piece) blocks.push(byte);
  }
  return Uint8Array.from([...frameHeader(window), ...blocks]);
}

/** A small frame that unpacks to much: 128 KiB of zeros for every four bytes. */
export function zstdBomb(blocks: number): Uint8Array {
  const bytes = frameHeader(20);
  for (let index = 1; index <= blocks; index += 1)
    bytes.push(...blockHeader(index === blocks, 'run', 131_072), 0);
  return Uint8Array.from(bytes);
}

function frameHeader(window: number): number[] {
  return [0x28, 0xb5, 0x2f, 0xfd, 0, (window - 10) << 3];
}

function blockHeader(isLast: boolean, kind: 'raw' | 'run', size: number): number[] {
  const header = (isLast ? 1 : 0) | (kind === 'run' ? 2 : 0) | (size << 3);
  return [header & 255, (header >> 8) & 255, header >> 16];
}

/** `tests/fixtures/codex-cli/parent.jsonl`, packed by the `zstd` program with its checksum. */
export const packedRollout = new Uint8Array(
  Buffer.from(
    'KLUv/WRJB60PAIYbTx5Qb3OTn5ncN9r8E0Jp5UYkRGdMkoe/TYzBczeTDmtEAEUARwDrDJ8E8mChHbAUJwPLo+urCYQGVHURCqZv' +
      'h94z7dDGCLPT17dZcjC+OXm+nSdMf72hygSqTaEMpoGDo87bJ2l7svT6me2gpPqLaaGgBE0gWHuv+zrELbeno8xtyZRcQ66wChig' +
      'qv4W8hQZepUoJxcxFKWvqyChEEiufH1K96LHXRiKz9tl7H0yPhH4vk6AVP/j0UBwmz8aUkyJ/UeD2dn0TrqZkIyWBmK4eHNNTfA5' +
      '2ht+XfKkoiglOydLEvdzPGGcJksnYAj0JHl7X7hhfBgLCQNLqCKcgzrM4GhjhkpVHYTTbokQfBbXc6OvaqnBSeCDcS7LL3WaigUH' +
      '8eTZ50tVWfukXLQdlVWZ9tlPepHjXvkVRRRsjwFLIHBEZoiqB+RE5zEy8uQYhQGrymm+M0himsHSyNRS97kqVn3gPQBSty9EIcBN' +
      'GfiLSo0KwBwBdxJDUKfk3rQFlys7AyZzwBbYft1vVKAVagnbp/N8A6yGeVmZ1JVynjwxyCJSuAHpuTiVls0Zsg0bqzDwewHteD+x' +
      'OogziICc1GBRx4YHzLgQFexGRVPMFSQWAYf8cAeGvRYzZQtSswN/bXpoVwJ2YDccriDng2WI182BTSAwARzOs0Q=',
    'base64',
  ),
);
