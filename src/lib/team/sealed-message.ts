import type { Decrypter } from 'age-encryption';
import { gunzipSync, gzipSync } from 'fflate';
import * as v from 'valibot';
import { TokentabError } from '../model/errors';
import { verify } from './ed25519';
import type { TeamUser } from './team-user';

/** The server accepts messages of 1 MB, headers included. */
const mostSealedBytes = 1_000_000;
/** A small message can unpack to any size. */
const mostPlainBytes = 8 * 1024 * 1024;

const shape = v.object({ format: v.literal(1), by: v.string(), signature: v.string() });

/** Opens what is sealed for any of some identities. */
export type Opener = Decrypter;

export async function openerOf(identities: readonly string[]): Promise<Opener> {
  const { Decrypter } = await import('age-encryption');
  const opener = new Decrypter();
  for (const identity of identities) opener.addIdentity(identity);
  return opener;
}

/** @param recipients 'age1…' @returns an age file */
export async function encryptFor(
  recipients: readonly string[],
  plain: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Uint8Array.from(await encrypter.encrypt(plain));
}

/**
 * Signs and encrypts a message. Age proves no sender, and a subject only proves one while the server's rights hold, so
 * each message is signed by its writer's login, together with its subject.
 * @throws `BadInput` if it is too large
 */
export async function sealMessage(
  subject: string,
  content: string,
  writer: TeamUser,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const body = Uint8Array.from(gzipSync(new TextEncoder().encode(content)));
  const signature = toBase64(await writer.sign(signedBytes(subject, body)));
  const header = JSON.stringify({ format: 1, by: writer.id, signature });
  const sealed = await encryptFor(recipients, joined(`${header}\n`, body));
  if (sealed.length > mostSealedBytes) throw new TokentabError('BadInput', 'team-message-too-large');
  return sealed;
}

/**
 * Opens a message that anybody may have written.
 * @param mostRecipients each costs time to try, so no more are
 * @returns its content and who signed it; undefined if it can't be opened, or isn't signed for this subject
 */
export async function openMessage(
  subject: string,
  bytes: Uint8Array<ArrayBuffer>,
  opener: Opener,
  mostRecipients: number,
): Promise<{ by: string; content: string } | undefined> {
  if (bytes.length > mostSealedBytes || recipientsIn(bytes) > mostRecipients) return undefined;
  try {
    const plain = Uint8Array.from(await opener.decrypt(bytes));
    const end = plain.indexOf(0x0a);
    const { by, signature } = v.parse(shape, JSON.parse(new TextDecoder().decode(plain.subarray(0, end))));
    const body = plain.slice(end + 1);
    if (!(await verify(by, signedBytes(subject, body), fromBase64(signature)))) return undefined;
    if (unpackedSize(body) > mostPlainBytes) return undefined;
    // Without a stream, which would take longer than all the rest.
    return { by, content: new TextDecoder().decode(gunzipSync(body)) };
  } catch {
    // Any other error makes it just as unusable.
    return undefined;
  }
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Never the bytes of another purpose: a server's challenge, which the same key signs, has no line break. */
const signedBytes = (subject: string, body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  joined(`tokentab/team-message/1\n${subject}\n`, body);

function joined(text: string, body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const intro = new TextEncoder().encode(text);
  const bytes = new Uint8Array(intro.length + body.length);
  bytes.set(intro);
  bytes.set(body, intro.length);
  return bytes;
}

/** The lines '-> …' of an age file's header, which ends with '--- '. */
function recipientsIn(bytes: Uint8Array): number {
  const dash = 0x2d;
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] !== dash) continue;
    if (bytes[at + 2] === dash) break;
    count += 1;
  }
  return count;
}

/** The size in its last four bytes. Content beyond it is ignored. */
const unpackedSize = (gzip: Uint8Array<ArrayBuffer>): number =>
  new DataView(gzip.buffer, gzip.byteOffset).getUint32(gzip.length - 4, true);
