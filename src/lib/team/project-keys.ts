import { TokentabError } from '../model/errors';
import { verify } from './ed25519';
import { mayRead, ownersOf, readersOf, type Roster, type RosterDraft } from './roster';
import { encryptFor, fromBase64, openerOf, toBase64, type Opener } from './sealed-message';
import { newMarkKey } from './marks';
import type { TeamUser } from './team-user';

/** The keys of a project that somebody may read: one for each generation. */
type Identities = Map<string, string[]>;

/**
 * Turns an owner's decisions into the next roster: a new project gets a key, and so does a project that somebody may
 * no longer read, so that they can't open its new months. Keys are sealed for everybody who may read now.
 * @param before null for a new team
 * @throws `BadInput` if the writer can't open the keys that must be sealed again
 */
export async function finishRoster(
  before: Roster | null,
  draft: RosterDraft,
  writer: TeamUser,
): Promise<Roster> {
  const roster: Roster = {
    ...draft,
    format: 1,
    version: (before?.version ?? 0) + 1,
    projects: [],
    keys: [],
    vouchers: [...(before?.vouchers ?? [])],
    markKey: before?.markKey ?? newMarkKey(),
  };
  const identities = before ? await identitiesOf(before, writer) : new Map<string, string[]>();
  for (const project of draft.projects) {
    const known = before?.projects.find(({ id }) => id === project.id);
    const readers = readersOf(draft.members, project.id);
    const lost = readersOf(before?.members ?? [], project.id).some(
      (reader) => !readers.some(({ id, recipient }) => id === reader.id && recipient === reader.recipient),
    );
    const own = identities.get(project.id) ?? [];
    if (known && own.length < generationsOf(before, project.id))
      throw new TokentabError('BadInput', 'team-roster-unreadable');
    const all = known && !lost ? own : [...own, await newIdentity()];
    const recipients = readers.map(({ recipient }) => recipient);
    for (const [index, identity] of all.entries()) {
      const sealed = await encryptFor(recipients, new TextEncoder().encode(identity));
      roster.keys.push({ project: project.id, generation: index + 1, sealed: toBase64(sealed) });
    }
    const { id, name, client, isArchived } = project;
    roster.projects.push({ id, name, client, isArchived, recipient: await recipientOf(all.at(-1) ?? '') });
  }
  const owners = before ? ownersOf(before) : [writer.id];
  for (const owner of ownersOf(roster)) {
    if (owners.includes(owner)) continue;
    const { team, version } = roster;
    const signature = toBase64(await writer.sign(vouched(team, owner, version)));
    roster.vouchers.push({ owner, by: writer.id, version, signature });
  }
  return roster;
}

/** What opens the months of each project that this member may read. */
export async function openersOf(roster: Roster, user: TeamUser): Promise<Map<string, Opener>> {
  const openers = new Map<string, Opener>();
  // The newest first: it is the likeliest.
  for (const [project, identities] of await identitiesOf(roster, user))
    openers.set(project, await openerOf(identities.toReversed()));
  return openers;
}

/**
 * Whether a roster was signed by an owner.
 * @param known the last roster that was trusted; null trusts the first one, whoever signed it as an owner
 */
export async function isByOwner(roster: Roster, by: string, known: Roster | null): Promise<boolean> {
  if (!ownersOf(roster).includes(by)) return false;
  if (known === null) return true;
  const trusted = new Set(ownersOf(known));
  // Owners appointed since by a trusted one, and those whom they appointed in turn. Earlier owners no longer count.
  const since = roster.vouchers
    .filter(({ version }) => version > known.version)
    .sort((one, other) => one.version - other.version);
  for (const { owner, by: voucher, version, signature } of since) {
    const bytes = vouched(roster.team, owner, version);
    if (trusted.has(voucher) && (await verify(voucher, bytes, fromBase64(signature)))) trusted.add(owner);
  }
  return trusted.has(by);
}

async function identitiesOf(roster: Roster, user: TeamUser): Promise<Identities> {
  const found: Identities = new Map();
  const self = roster.members.find(({ id }) => id === user.id);
  if (!self) return found;
  const opener = await openerOf([user.identity]);
  const keys = roster.keys
    .filter(({ project }) => mayRead(self, project))
    .sort((one, other) => one.generation - other.generation);
  for (const { project, sealed } of keys) {
    const identity = await opener.decrypt(fromBase64(sealed), 'text').catch(() => undefined);
    // An owner's mistake, or another owner's malice: the months sealed for it can't be read.
    if (identity === undefined || !/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/.test(identity)) continue;
    found.set(project, [...(found.get(project) ?? []), identity]);
  }
  return found;
}

const generationsOf = (roster: Roster | null, project: string): number =>
  roster?.keys.filter((key) => key.project === project).length ?? 0;

const vouched = (team: string, owner: string, version: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`tokentab/team-owner/1\n${team}\n${owner}\n${version}\n`);

async function newIdentity(): Promise<string> {
  const { generateX25519Identity } = await import('age-encryption');
  return generateX25519Identity();
}

async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import('age-encryption');
  return identityToRecipient(identity);
}
