import { ChainHash } from '../../model/chain-hash';
import { hasFamilies, splitFamilyKey } from '../../model/families';
import type { Connection } from '../context';

/**
 * What names an event in the database: 16 bytes that are the hash of an imported record's dedupe key, or, of an event that was
 * recorded by hand, its id as it was given. Among a million keys the odds that two are equal by accident are near 10^-27.
 */
export type EventKey = Uint8Array<ArrayBuffer> | string;

const keyLength = 16;
const hexKey = /^[0-9a-f]{32}$/;

/**
 * The key of a source's record. A family can be exchanged in it, since it is mixed in and not hashed along: the key of
 * `source:to:rest` is that of `source:from:rest` with `familyMask(from, to)`.
 */
export function eventKey(dedupeKey: string, source: string): Uint8Array<ArrayBuffer> {
  const parts = hasFamilies(source) ? splitFamilyKey(dedupeKey) : null;
  if (parts === null) return hashOf(dedupeKey);
  return mix(hashOf(`${parts.source}:${parts.rest}`), hashOf(parts.family));
}

/** See `eventKey`. */
export function familyMask(from: string, to: string): Uint8Array<ArrayBuffer> {
  return mix(hashOf(from), hashOf(to));
}

function mix(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(one, (byte, index) => byte ^ (other[index] ?? 0));
}

/** A key as people and programs outside see it: 32 hexadecimal digits, or the id. */
export function keyText(key: EventKey): string {
  if (typeof key === 'string') return key;
  return Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same in SQL, of a column `key`. */
export const keyTextOf = (row: string): string =>
  `iif(typeof(${row}.key) = 'blob', lower(hex(${row}.key)), ${row}.key)`;

/** The keys that a text may name, the first of them the likeliest. An argument of `key IN (…)`. */
export const keysNamed = (argument: string): string =>
  `(${argument}, unhex(${argument}), event_key(${argument}, ''))`;

/**
 * Defines what the schema's triggers and migration 0016 call: `event_key(text, source)`, which also takes a key in hexadecimal
 * digits, and `family_of_key(text, source)`; and
 * `mix_keys(key, mask)`. To be called on every open, before migrating. `onKey` hears of each that was computed.
 */
export function defineKeyFunctions({ db }: Connection, onKey?: () => void): void {
  const options = { arity: 2, deterministic: true, innocuous: true } as const;
  db.createFunction({
    ...options,
    name: 'event_key',
    xFunc: (_context: number, text: unknown, source: unknown) => {
      onKey?.();
      return keyOfText(String(text), String(source));
    },
  });
  db.createFunction({
    ...options,
    name: 'family_of_key',
    xFunc: (_context: number, text: unknown, source: unknown) => familyOfKey(String(text), String(source)),
  });
  db.createFunction({
    ...options,
    name: 'mix_keys',
    xFunc: (_context: number, one: unknown, other: unknown) => mix(one as Uint8Array, other as Uint8Array),
  });
}

function keyOfText(text: string, source: string): Uint8Array<ArrayBuffer> {
  if (!hexKey.test(text)) return eventKey(text, source);
  return Uint8Array.from({ length: keyLength }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Null for the key of no family. */
export function familyOfKey(dedupeKey: string, source: string): string | null {
  return hasFamilies(source) ? (splitFamilyKey(dedupeKey)?.family ?? null) : null;
}

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  const hash = new ChainHash();
  hash.addText(text);
  return hash.bytes;
}
