import type { TeamRow } from '../model/team';
import { fromBase64, toBase64 } from './sealed-message';

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** For a new team. */
export const newMarkKey = (): string => toBase64(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Turns the marks of rows as the database gives them into those that are published: equal rows of two members stay
 * equal, and only the team can tell what they stand for.
 * @param markKey of the roster; without one, rows lose their marks
 */
export async function withMarks(rows: readonly TeamRow[], markKey: string | undefined): Promise<TeamRow[]> {
  const key =
    markKey === undefined
      ? undefined
      : await crypto.subtle.importKey('raw', fromBase64(markKey), hmac, false, ['sign']);
  return Promise.all(
    rows.map(async (row): Promise<TeamRow> => {
      const [, , , , , , , , , , , , , , , , , mark] = row;
      if (mark === undefined) return row;
      const plain = row.slice(0, 17) as unknown as TeamRow;
      if (key === undefined) return plain;
      const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(mark)));
      return [...plain, hexOf(bytes.subarray(0, 16))] as unknown as TeamRow;
    }),
  );
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
