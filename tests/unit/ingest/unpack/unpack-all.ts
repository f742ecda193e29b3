import { problemKey, type Problem } from '../../../../src/lib/model/problem';
import { TokentabError } from '../../../../src/lib/model/errors';
import { unpack } from '../../../../src/lib/ingest/unpack/unpack';
import type { UnpackLimits } from '../../../../src/lib/ingest/unpack/unpack-budget';

interface Unpacked {
  files: Record<string, string>;
  problems: string[];
}

export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) {
    yield await Promise.resolve(bytes.subarray(start, start + length));
  }
}

/** Reads everything, as the importer does. A file whose content breaks is reported with how far it came. */
export async function unpackAll(
  bytes: Uint8Array,
  { piece = 65536, limits = {} }: { piece?: number; limits?: Partial<UnpackLimits> } = {},
): Promise<Unpacked> {
  const unpacked: Unpacked = { files: {}, problems: [] };
  const problem = (reason: Problem, path: string): void =>
    void unpacked.problems.push(`${path}: ${problemKey(reason)}`);
  for await (const { path, chunks } of unpack('drop', inPieces(bytes, piece), problem, limits)) {
    const decoder = new TextDecoder();
    unpacked.files[path] = '';
    try {
      for await (const chunk of chunks) unpacked.files[path] += decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TokentabError)) throw error;
      problem(error.problem, path);
    }
  }
  return unpacked;
}
