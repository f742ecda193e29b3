import { ChainHash } from './chain-hash';
import { hasFamilies, splitFamilyKey } from './families';

/** The length of the key of an imported event, in bytes. */
export const keyLength = 16;

/**
 * The key of a source's record: the hash of its dedupe key. The probability of a collision among a million keys is
 * about 10^-27. The family is mixed in afterwards, so it can be replaced: mixing `familyMask(from, to)` into the key of
 * `source:from:rest` gives the key of `source:to:rest`.
 */
export function eventKey(dedupeKey: string, source: string): Uint8Array<ArrayBuffer> {
  const parts = hasFamilies(source) ? splitFamilyKey(dedupeKey) : null;
  if (parts === null) return hashOf(dedupeKey);
  return mixKeys(hashOf(`${parts.source}:${parts.rest}`), hashOfFamily(parts.family));
}

let lastFamily = { name: '', hash: hashOf('') };

/** Cached, because all events of a file have the same family. */
function hashOfFamily(name: string): Uint8Array<ArrayBuffer> {
  if (lastFamily.name !== name) lastFamily = { name, hash: hashOf(name) };
  return lastFamily.hash;
}

/** See `eventKey`. */
export function familyMask(from: string, to: string): Uint8Array<ArrayBuffer> {
  return mixKeys(hashOf(from), hashOf(to));
}

export function mixKeys(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const mixed = new Uint8Array(one);
  for (let index = 0; index < mixed.length; index += 1)
    mixed[index] = (mixed[index] ?? 0) ^ (other[index] ?? 0);
  return mixed;
}

/** Null if the key names no family. */
export function familyOfKey(dedupeKey: string, source: string): string | null {
  return hasFamilies(source) ? (splitFamilyKey(dedupeKey)?.family ?? null) : null;
}

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  const hash = new ChainHash();
  hash.addText(text);
  return hash.bytes;
}
