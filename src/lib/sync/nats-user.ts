import { nkeys, nkeyAuthenticator, type Authenticator } from '@nats-io/nats-core';
import { Codec } from '@nats-io/nkeys/lib/codec.js';
import { Prefix } from '@nats-io/nkeys';

/** How a person's devices log in to a NATS server. */
export interface NatsUser {
  /** 'U…': the public half, which the server's configuration names. It isn't a secret. */
  name: string;
  authenticator: Authenticator;
}

/**
 * Derives the login from the devices' key, so that one key is enough to join, and the server learns nothing that opens
 * a file.
 * @param identity 'AGE-SECRET-KEY-1…'
 */
export async function natsUser(identity: string): Promise<NatsUser> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(identity), 'HKDF', false, ['deriveBits']);
  const info = encoder.encode('tokentab/nats-user/1');
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    key,
    256,
  );
  const seed = Codec.encodeSeed(Prefix.User, new Uint8Array(bits));
  return { name: nkeys.fromSeed(seed).getPublicKey(), authenticator: nkeyAuthenticator(seed) };
}
