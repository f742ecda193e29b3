import { TokentabError } from '../model/errors';
import type { DeviceKey } from '../model/devices';
import type { Secret } from '../protocol/backups';

/** Loaded on first use, because few pages encrypt or decrypt anything. */
const load = () => import('age-encryption');

/**
 * Returns an age file (https://age-encryption.org/v1), as `age` tools decrypt it. A passphrase takes about a second.
 * @param workFactor log2 of scrypt's cost for a passphrase; the default is that of `age`, and tests lower it
 */
export async function encrypt(
  bytes: Uint8Array,
  secret: Secret,
  workFactor = 18,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter, identityToRecipient } = await load();
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  if ('passphrase' in secret) encrypter.setPassphrase(secret.passphrase);
  else encrypter.addRecipient(await identityToRecipient(secret.identity));
  return Uint8Array.from(await encrypter.encrypt(bytes));
}

/** @throws `BadInput` if the secret is wrong, or if the file was changed or truncated */
export async function decrypt(bytes: Uint8Array, secret: Secret): Promise<Uint8Array<ArrayBuffer>> {
  const { Decrypter } = await load();
  const decrypter = new Decrypter();
  if ('passphrase' in secret) decrypter.addPassphrase(secret.passphrase);
  else decrypter.addIdentity(secret.identity);
  try {
    return Uint8Array.from(await decrypter.decrypt(bytes));
  } catch (error) {
    // The library throws plain errors, so only the message tells them apart.
    const isOtherSecret = error instanceof Error && error.message.startsWith('no identity matched');
    throw isOtherSecret
      ? new TokentabError('BadInput', 'wrong-passphrase', error)
      : new TokentabError('BadInput', 'encrypted-file-damaged', error);
  }
}

/**
 * Creates a key, or parses a typed one.
 * @throws `BadInput` if the typed text isn't a key
 */
export async function readKey(typed: string | null): Promise<DeviceKey> {
  const { generateX25519Identity, identityToRecipient } = await load();
  const identity = typed?.replaceAll(/\s/g, '').toUpperCase() ?? (await generateX25519Identity());
  let recipient: string;
  try {
    recipient = await identityToRecipient(identity);
  } catch (error) {
    throw new TokentabError('BadInput', 'not-a-device-key', error);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient)));
  return { identity, vault: hex(digest.subarray(0, 4)) };
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
