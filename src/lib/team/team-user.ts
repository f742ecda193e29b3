import { TokentabError } from '../model/errors';
import { deriveKey } from '../sync/derive-key';
import { natsUser, type NatsUser } from '../sync/nats-user';
import { publicKeyOf, sign } from './ed25519';

/** A member's keys, all derived from one age identity, which a browser creates for each team. */
export interface TeamUser {
  /** 'U…': the member's id. */
  id: string;
  /** 'AGE-SECRET-KEY-1…' */
  identity: string;
  /** 'age1…' */
  recipient: string;
  login: NatsUser;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** Recognises one's own messages; nobody else can compute it. */
  mac(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** The public halves of a member's keys, which they give to an owner as one line. */
export interface AccessLine {
  /** 'U…' */
  id: string;
  /** 'age1…' */
  recipient: string;
}

/** A new identity for one team. Store it outside the database. */
export async function newTeamIdentity(): Promise<string> {
  const { generateX25519Identity } = await import('age-encryption');
  return generateX25519Identity();
}

/** @param identity 'AGE-SECRET-KEY-1…' */
export async function teamUser(identity: string): Promise<TeamUser> {
  const { identityToRecipient } = await import('age-encryption');
  const login = await natsUser(identity, 'tokentab/team-user/1');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const macKey = await deriveKey(identity, 'tokentab/team-mac/1');
  const key = await crypto.subtle.importKey('raw', macKey, hmac, false, ['sign']);
  return {
    id: login.name,
    identity,
    recipient: await identityToRecipient(identity),
    login,
    sign: (bytes) => sign(login.seed, bytes),
    mac: async (bytes) => new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)),
  };
}

/** The line 'U….age1…' that a member gives to an owner. It contains no secret. */
export async function accessLineOf(identity: string): Promise<string> {
  const { id, recipient } = await teamUser(identity);
  return `${id}.${recipient}`;
}

/** @throws `BadInput` if it isn't a whole access line: both halves have checksums */
export async function parseAccessLine(typed: string): Promise<AccessLine> {
  const [id = '', recipient = '', ...more] = typed.replaceAll(/\s/g, '').split('.');
  try {
    publicKeyOf(id);
    if (!/^age1[a-z0-9]{58}$/.test(recipient) || more.length > 0)
      throw new RangeError('This is no recipient.');
    const { Encrypter } = await import('age-encryption');
    new Encrypter().addRecipient(recipient);
  } catch (error) {
    throw new TokentabError('BadInput', 'team-access-line-wrong', error);
  }
  return { id, recipient };
}
