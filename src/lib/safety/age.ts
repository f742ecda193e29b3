import { TokentabError } from '../model/errors';
import type { Secret } from '../protocol/backups';

/** Loaded only where something is encrypted or decrypted. */
const load = () => import('age-encryption');

/** An age file (https://age-encryption.org/v1), which `age` on any system decrypts. Takes about a second with a passphrase. */
export async function encrypt(bytes: Uint8Array, secret: Secret): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter, identityToRecipient } = await load();
  const encrypter = new Encrypter();
  if ('passphrase' in secret) encrypter.setPassphrase(secret.passphrase);
  else encrypter.addRecipient(await identityToRecipient(secret.identity));
  return Uint8Array.from(await encrypter.encrypt(bytes));
}

/** @throws `BadInput` if the secret does not fit, or if the file was changed or cut off */
export async function decrypt(bytes: Uint8Array, secret: Secret): Promise<Uint8Array<ArrayBuffer>> {
  const { Decrypter } = await load();
  const decrypter = new Decrypter();
  if ('passphrase' in secret) decrypter.addPassphrase(secret.passphrase);
  else decrypter.addIdentity(secret.identity);
  try {
    return Uint8Array.from(await decrypter.decrypt(bytes));
  } catch (error) {
    // The library knows no kinds of errors.
    const isOtherSecret = error instanceof Error && error.message.startsWith('no identity matched');
    throw isOtherSecret
      ? new TokentabError('BadInput', 'The passphrase is wrong.', error)
      : new TokentabError(
          'BadInput',
          'The encrypted file is damaged or not complete. Nothing was changed.',
          error,
        );
  }
}
