import { expect, it } from 'vitest';
import { finishRoster, isByOwner, openersOf } from '../../../src/lib/team/project-keys';
import { mayRead, parseRoster, type Roster, type TeamMember } from '../../../src/lib/team/roster';
import { encryptFor } from '../../../src/lib/team/sealed-message';
import { accessLineOf, newTeamIdentity, parseAccessLine, teamUser } from '../../../src/lib/team/team-user';
import { draftOf, person, team, type Person } from './nats/team-server';

const olga = await person('olga', 'owner');
const lena = await person('lena', 'lead', ['website']);
const max = await person('max', 'member');
const first = await finishRoster(null, draftOf([olga, lena, max]), olga.user);

const changed = (roster: Roster, { user }: Person, changes: Partial<TeamMember>): Roster => ({
  ...roster,
  members: roster.members.map((member) => (member.id === user.id ? { ...member, ...changes } : member)),
});
const recipientOf = ({ projects }: Roster, id: string) =>
  projects.find((project) => project.id === id)?.recipient ?? '';

it('derives everything from one identity, and gives only public halves away', async () => {
  const identity = await newTeamIdentity();
  const line = await accessLineOf(identity);
  expect(line).toMatch(/^U[A-Z2-7]{55}\.age1[a-z0-9]{58}$/);
  const { id, recipient } = await teamUser(identity);
  expect(await parseAccessLine(` ${line}\n`)).toEqual({ id, recipient });
  for (const wrong of [
    '',
    id,
    `${recipient}.${id}`,
    `${line}.x`,
    line.slice(0, -1),
    line.replace('.age1', '.age1q'),
    // Checksums notice letters that were mixed up.
    `${id.slice(0, 20)}${id[20] === 'A' ? 'B' : 'A'}${id.slice(21)}.${recipient}`,
    `${id}.${recipient.slice(0, 20)}${recipient[20] === 'q' ? 'p' : 'q'}${recipient.slice(21)}`,
  ])
    await expect(parseAccessLine(wrong), wrong).rejects.toMatchObject({ problem: 'team-access-line-wrong' });
});

it('gives readers the keys of their projects, and nobody else', async () => {
  expect([...(await openersOf(first, olga.user)).keys()].sort()).toEqual(['app', 'website']);
  expect([...(await openersOf(first, lena.user)).keys()]).toEqual(['website']);
  expect([...(await openersOf(first, max.user)).keys()]).toEqual([]);
  // A lead who claims to be an owner gets no further.
  const claimed = changed(first, lena, { role: 'owner' });
  expect([...(await openersOf(claimed, lena.user)).keys()]).toEqual(['website']);
});

it('makes a new key when somebody loses the right to read, which opens nothing for them', async () => {
  const without = await finishRoster(first, changed(first, lena, { role: 'member', reads: [] }), olga.user);
  expect(without.version).toBe(2);
  expect(recipientOf(without, 'website')).not.toBe(recipientOf(first, 'website'));
  // She hasn't read this one.
  expect(recipientOf(without, 'app')).toBe(recipientOf(first, 'app'));
  const secret = await encryptFor([recipientOf(without, 'website')], new Uint8Array([7]));
  const old = (await openersOf(first, lena.user)).get('website');
  await expect(old?.decrypt(secret)).rejects.toThrow('no identity matched');
  // Owners can open both the old and the new months.
  const owner = (await openersOf(without, olga.user)).get('website');
  expect(await owner?.decrypt(secret)).toEqual(new Uint8Array([7]));
  const before = await encryptFor([recipientOf(first, 'website')], new Uint8Array([8]));
  expect(await owner?.decrypt(before)).toEqual(new Uint8Array([8]));
  // Leaving the team is the same, and a right that is given needs no new key.
  const left = await finishRoster(first, changed(first, lena, { left: true }), olga.user);
  expect(recipientOf(left, 'website')).not.toBe(recipientOf(first, 'website'));
  const given = await finishRoster(first, changed(first, lena, { reads: ['website', 'app'] }), olga.user);
  expect(recipientOf(given, 'app')).toBe(recipientOf(first, 'app'));
  expect([...(await openersOf(given, lena.user)).keys()].sort()).toEqual(['app', 'website']);
});

it('believes only rosters of owners whom a known owner has made one', async () => {
  const otto = await person('otto', 'owner');
  const second = await finishRoster(first, { ...first, members: [...first.members, otto.member] }, olga.user);
  const third = await finishRoster(second, changed(second, max, { role: 'owner' }), otto.user);
  expect(await isByOwner(second, olga.user.id, first)).toBe(true);
  expect(await isByOwner(third, otto.user.id, first)).toBe(true);
  expect(await isByOwner(third, max.user.id, first)).toBe(true);
  expect(await isByOwner(third, lena.user.id, first)).toBe(false);
  // A member who writes a roster in which they own the team, with or without a proof.
  const taken = await finishRoster(first, changed(first, max, { role: 'owner' }), lena.user).catch(
    () => null,
  );
  expect(taken).toBeNull();
  const claimed = changed(first, max, { role: 'owner' });
  expect(await isByOwner(claimed, max.user.id, first)).toBe(false);
  const vouchers = [{ owner: max.user.id, by: olga.user.id, version: 2, signature: btoa('x'.repeat(64)) }];
  expect(await isByOwner({ ...claimed, vouchers }, max.user.id, first)).toBe(false);
  // A former owner, with the proof from before.
  const removed = await finishRoster(third, changed(third, otto, { left: true }), olga.user);
  expect(await isByOwner({ ...third, version: 9 }, otto.user.id, removed)).toBe(false);
  expect(await isByOwner(removed, olga.user.id, third)).toBe(true);
});

it('refuses rosters with other values', () => {
  const text = JSON.stringify(first);
  expect(parseRoster(text, team)).toEqual(first);
  expect(Object.keys(parseRoster(text.replace('{', '{"__proto__":{"x":1},"more":1,'), team))).not.toContain(
    'more',
  );
  for (const wrong of [
    'x',
    'null',
    '[]',
    text.replace('"version":1', '"version":1e99'),
    text.replace('"id":"website"', '"id":"__proto__"'),
    text.replace('"id":"website"', '"id":"web.site"'),
    text.replace('"id":"website"', '"id":"app"'),
    text.replace('"role":"lead"', '"role":"king"'),
    text.replace('"name":"olga"', `"name":"${'x'.repeat(300)}"`),
    JSON.stringify({ ...first, members: [...first.members, first.members[0]] }),
    JSON.stringify({ ...first, members: Array.from({ length: 3000 }, () => first.members[0]) }),
  ])
    expect(() => parseRoster(wrong, team), wrong.slice(0, 50)).toThrow('team-roster-unreadable');
  expect(() => parseRoster(text, 'other')).toThrow('team-roster-unreadable');
});

it('knows who may read a project', () => {
  const may = ({ member }: Person, project: string, changes = {}) =>
    mayRead({ ...member, ...changes }, project);
  expect([may(olga, 'app'), may(lena, 'website'), may(lena, 'app'), may(max, 'app')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([may(olga, 'app', { left: true }), may(max, 'app', { reads: ['app'] })]).toEqual([false, false]);
});
