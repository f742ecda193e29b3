import { nkeys, nkeyAuthenticator, type Authenticator } from '@nats-io/nats-core';
import { Codec } from '@nats-io/nkeys/lib/codec.js';
import { Prefix } from '@nats-io/nkeys';
import { deriveKey } from './derive-key';

/** How a person's devices log in to a NATS server. */
export interface NatsUser {
  /** 'U…': the public half, which the server's configuration names. It isn't a secret. */
  name: string;
  /** 32 bytes: the Ed25519 private key. */
  seed: Uint8Array<ArrayBuffer>;
  authenticator: Authenticator;
}

/**
 * Derives the login from an age identity, so that one key is enough to join, and the server learns nothing that opens
 * a file.
 * @param identity 'AGE-SECRET-KEY-1…'
 * @param purpose keeps logins apart
 */
export async function natsUser(identity: string, purpose = 'tokentab/nats-user/1'): Promise<NatsUser> {
  const seed = await deriveKey(identity, purpose);
  const encoded = Codec.encodeSeed(Prefix.User, seed);
  return { name: nkeys.fromSeed(encoded).getPublicKey(), seed, authenticator: nkeyAuthenticator(encoded) };
}
