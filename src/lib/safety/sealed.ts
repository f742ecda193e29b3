import * as v from 'valibot';
import type { BlobHeader, OpenedBlob } from '../model/devices';
import { TokentabError } from '../model/errors';
import { decrypt, encrypt } from './age';
import { gunzip } from './gunzip';

/** Creates a file for other devices: a line of JSON with its header and the compressed content, encrypted together. */
export async function seal(
  header: BlobHeader,
  content: Uint8Array<ArrayBuffer>,
  identity: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('gzip')));
  const plain = new Blob([JSON.stringify(header), '\n', await packed.arrayBuffer()]);
  return encrypt(new Uint8Array(await plain.arrayBuffer()), { identity });
}

const shape = v.object({ format: v.literal(1), name: v.string(), schema: v.number() });

/** @throws `BadInput` unless a device with this key wrote the complete file */
export async function openSealed(bytes: Uint8Array<ArrayBuffer>, identity: string): Promise<OpenedBlob> {
  const plain = await decrypt(bytes, { identity });
  const end = plain.indexOf(0x0a);
  try {
    const header = v.parse(shape, JSON.parse(new TextDecoder().decode(plain.subarray(0, end))));
    return { header, content: await gunzip(new Blob([plain.subarray(end + 1)])) };
  } catch (error) {
    throw new TokentabError('BadInput', 'encrypted-file-damaged', error);
  }
}
