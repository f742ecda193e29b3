import { nkeys } from '@nats-io/nats-core';
import { Codec } from '@nats-io/nkeys/lib/codec.js';
import { Prefix } from '@nats-io/nkeys';

/**
 * Ed25519 by the browser, which takes a tenth of a millisecond. Chrome has it since version 137; before, the NATS
 * client's own JavaScript does it in some milliseconds.
 */

/** What precedes 32 bytes of a private key in PKCS #8, the only form in which browsers take it. */
const pkcs8 = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/** @param seed 32 bytes */
export async function sign(seed: Uint8Array, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const key = await imported('pkcs8', Uint8Array.from([...pkcs8, ...seed]), 'sign');
  if (key) return new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
  return nkeys.fromSeed(Codec.encodeSeed(Prefix.User, seed)).sign(bytes);
}

/** @param id 'U…' of the one who should have signed */
export async function verify(
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== 64) return false;
  const key = await imported('raw', publicKeyOf(id), 'verify');
  if (key) return crypto.subtle.verify('Ed25519', key, signature, bytes);
  return nkeys.fromPublic(id).verify(bytes, signature);
}

/** @throws if it isn't the public key of a user: its checksum tells a typing mistake */
export const publicKeyOf = (id: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Codec.decode(Prefix.User, new TextEncoder().encode(id)));

async function imported(
  format: 'raw' | 'pkcs8',
  bytes: Uint8Array<ArrayBuffer>,
  use: KeyUsage,
): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey(format, bytes, 'Ed25519', false, [use]);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
    throw error;
  }
}
