import { eventKey, familyOfKey, keyLength, mixKeys } from '../../model/event-key';
import type { Connection } from '../context';

/**
 * Identifies an event in the database: the 16 bytes of `eventKey`, or the given id of a manual event.
 */
export type EventKey = Uint8Array<ArrayBuffer> | string;

const hexKey = /^[0-9a-f]{32}$/;

/** The public form of a key: 32 hexadecimal digits, or the id. */
export function keyText(key: EventKey): string {
  if (typeof key === 'string') return key;
  return Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `keyText` in SQL, for the column `key` of `row`. */
export const keyTextOf = (row: string): string =>
  `iif(typeof(${row}.key) = 'blob', lower(hex(${row}.key)), ${row}.key)`;

/** Manual events. Only their keys, and those of few others, are texts, which an index sorts before bytes. */
export const isManual = (row: string): string => `${row}.key < x'' AND ${row}.import IS NULL`;

/** The keys that a text may stand for; use as `key IN …`. */
export const keysNamed = (argument: string): string =>
  `(${argument}, unhex(${argument}), event_key(${argument}, ''))`;

/**
 * Defines the SQL functions that the triggers and migration 0016 use: `event_key(text, source)`, which also accepts a
 * key in hexadecimal digits, `family_of_key(text, source)` and `mix_keys(key, mask)`. Call on every open, before
 * migrating. `onKey` is called for each computed key.
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
    xFunc: (_context: number, one: unknown, other: unknown) =>
      mixKeys(one as Uint8Array, other as Uint8Array),
  });
}

function keyOfText(text: string, source: string): Uint8Array<ArrayBuffer> {
  if (!hexKey.test(text)) return eventKey(text, source);
  return Uint8Array.from({ length: keyLength }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
