import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/nats-core';
import { changed } from '../../../../scripts/sync-server.mjs';
import { finishRoster } from '../../../../src/lib/team/project-keys';
import type { Roster } from '../../../../src/lib/team/roster';
import { monthSubject, streamOf } from '../../../../src/lib/team/subjects';
import { program } from '../../sync/nats/server';
import {
  draftOf,
  founded,
  jobOf,
  months,
  person,
  readAll,
  setupOf,
  team,
  TeamServer,
  type Person,
} from './team-server';

describe.skipIf(program === undefined)('what can go wrong in a team', () => {
  let olga: Person;
  let lena: Person;
  let max: Person;
  let server: TeamServer;
  let roster: Roster;
  beforeEach(async () => {
    olga = await person('olga', 'owner');
    lena = await person('lena', 'lead', ['website']);
    max = await person('max', 'member');
    server = await TeamServer.start([olga, lena, max]);
    roster = await founded(server, [olga, lena, max]);
  });
  afterEach(() => server.remove());

  const publish = async (each: Person, what = months(100)) =>
    (await server.connect(each)).publish(jobOf(each, roster, what));

  it('reads everything again when somebody is left out, and when they count again', async () => {
    await publish(max);
    const reader = await server.connect(olga);
    const first = await readAll(reader, roster);
    const withoutMax = draftOf([olga, lena, { ...max, member: { ...max.member, isLeftOut: true } }]);
    const changed = await finishRoster(roster, withoutMax, olga.user);
    const second = await readAll(reader, changed, first.cursor);
    expect(second.inputs).toEqual(first.inputs);
    expect((await readAll(reader, changed, second.cursor)).inputs).toEqual({});
    expect((await readAll(reader, roster, second.cursor)).inputs).toEqual(first.inputs);
  });

  it('takes back what is no longer published, and says what another browser publishes', async () => {
    await publish(max, [...months(1), ...months(2, '2026-10', 'app')]);
    const first = await readAll(await server.connect(olga), roster);
    expect(await publish(max, months(1))).toMatchObject({ wrote: 0, tookBack: 1 });
    expect(await publish(max, months(1))).toMatchObject({ wrote: 0, tookBack: 0 });
    // Readers are told that the month is empty now.
    const then = await readAll(await server.connect(olga), roster, first.cursor);
    expect(then.inputs).toMatchObject({ 'max app 2026-10': [] });
    const phone = { ...max, deviceId: crypto.randomUUID() };
    expect((await publish(phone, months(3))).alsoPublished).toContainEqual({
      projectId: 'website',
      deviceId: max.deviceId,
    });
    expect(await publish(phone, [])).toMatchObject({ tookBack: 1 });
    // What was taken back is no longer published.
    expect((await publish(max, months(1))).alsoPublished).toEqual([]);
  });

  it('reads only what has changed since, and continues after the last batch', async () => {
    await publish(max);
    const carrier = await server.connect(olga);
    const first = await readAll(carrier, roster);
    expect(first.inputs).toEqual({ 'max website 2026-11': [100] });
    expect((await readAll(carrier, roster, first.cursor)).inputs).toEqual({});
    await publish(lena, months(5));
    expect((await readAll(carrier, roster, first.cursor)).inputs).toEqual({ 'lena website 2026-11': [5] });
    // Other rights: from the beginning.
    const wider = await finishRoster(
      roster,
      draftOf([olga, { ...lena, member: { ...lena.member, reads: ['app', 'website'] } }, max]),
      olga.user,
    );
    const narrow = await readAll(await server.connect(lena), roster);
    server.setup = setupOf(
      [{ ...lena, member: { ...lena.member, reads: ['app', 'website'] } }],
      server.setup,
    );
    await server.reload();
    const more = await readAll(await server.connect(lena), wider, narrow.cursor);
    expect(Object.keys(more.inputs)).toHaveLength(2);
  });

  it('reads a month of somebody who is only in the next roster', async () => {
    await publish(max);
    const before = { ...roster, members: roster.members.filter(({ name }) => name !== 'max') };
    const carrier = await server.connect(olga);
    const first = await readAll(carrier, before);
    expect(first).toMatchObject({ inputs: {}, refused: ['team-member-unknown'] });
    expect((await readAll(await server.connect(olga), before, first.cursor)).batches).toBe(1);
    const next = { ...roster, version: roster.version + 1 };
    const then = await readAll(await server.connect(olga), next, first.cursor);
    expect(then).toMatchObject({ inputs: { 'max website 2026-11': [100] }, refused: [] });
  });

  it('puts back what a server lost that was deleted, and reads it again', async () => {
    await publish(max);
    const owner = await server.connect(olga);
    const before = await readAll(owner, roster);
    await server.closeAll();
    await server.server.kill();
    rmSync(join(server.server.folder, 'jetstream'), { recursive: true });
    await server.server.run();
    // Only an owner can begin an empty store.
    await expect(publish(max)).rejects.toMatchObject({ reason: 'gone' });
    expect(await (await server.connect(max)).syncRoster(roster)).toEqual(roster);
    expect(await (await server.connect(olga)).syncRoster(roster)).toEqual(roster);
    expect(await (await server.connect(lena)).syncRoster(null)).toEqual(roster);
    expect(await publish(max)).toMatchObject({ wrote: 1 });
    const again = await readAll(await server.connect(olga), roster, before.cursor);
    expect(again.inputs).toEqual({ 'max website 2026-11': [100] });
  });

  it('notices what a server lost that was set back, also after it has grown again', async () => {
    await publish(max);
    const yesterday = join(mkdtempSync(join(tmpdir(), 'tokentab-yesterday-')), 'store');
    await server.closeAll();
    await server.server.kill();
    cpSync(server.server.folder, yesterday, { recursive: true });
    await server.server.run();
    const newer = await finishRoster(roster, { ...roster, name: 'Acme Inc.' }, olga.user);
    const owner = await server.connect(olga);
    expect(await owner.syncRoster(roster)).toEqual(roster);
    await owner.writeRoster(newer);
    await publish(max, months(200));
    await publish(lena, months(1));
    const before = await readAll(await server.connect(olga), newer);
    await server.closeAll();
    await server.server.kill();
    rmSync(server.server.folder, { recursive: true });
    cpSync(yesterday, server.server.folder, { recursive: true });
    await server.server.run();
    // A reader knows the newer roster, an owner puts it back, and members their months.
    expect(await (await server.connect(lena)).syncRoster(newer)).toEqual(newer);
    expect(await (await server.connect(olga)).syncRoster(newer)).toEqual(newer);
    expect(await (await server.connect(lena)).syncRoster(null)).toEqual(newer);
    expect(await publish(max, months(200))).toMatchObject({ wrote: 1 });
    expect(
      await publish(lena, [...months(1), ...months(2, '2026-09'), ...months(3, '2026-08')]),
    ).toMatchObject({
      wrote: 3,
    });
    const again = await readAll(await server.connect(olga), newer, before.cursor);
    expect(again.inputs).toEqual({
      'max website 2026-11': [200],
      'lena website 2026-11': [1],
      'lena website 2026-09': [2],
      'lena website 2026-08': [3],
    });
  });

  it('writes damaged and foreign months again', async () => {
    await publish(max);
    await publish(lena);
    const place = ({ user, deviceId }: Person) =>
      monthSubject(team, { projectId: 'website', month: '2026-11', memberId: user.id, deviceId });
    // Only the administrator of the server can do this.
    await server.administrate(async (connection) => {
      const { streams } = await jetstreamManager(connection);
      const stored = await streams.getMessage(streamOf(team), { last_by_subj: place(max) });
      const about = headers();
      for (const [name, [value = '']] of stored?.header ?? []) about.set(name, value);
      const damaged = stored?.data.map((byte, index) => (index === 300 ? byte ^ 1 : byte));
      await jetstream(connection).publish(place(max), damaged, { headers: about });
      await jetstream(connection).publish(place(lena), stored?.data, { headers: about });
    });
    const read = await readAll(await server.connect(olga), roster);
    expect(read).toMatchObject({ inputs: {}, refused: ['team-month-unreadable', 'team-month-unreadable'] });
    expect(await publish(max)).toMatchObject({ wrote: 1 });
    expect(await publish(lena)).toMatchObject({ wrote: 1 });
    const again = await readAll(await server.connect(olga), roster, read.cursor);
    expect(again).toMatchObject({
      inputs: { 'max website 2026-11': [100], 'lena website 2026-11': [100] },
      refused: [],
    });
  });

  it('seals months again for a new key, which the one who left cannot open', async () => {
    await publish(max);
    const without = await finishRoster(
      roster,
      draftOf([olga, { ...lena, member: { ...lena.member, left: true } }, max]),
      olga.user,
    );
    const owner = await server.connect(olga);
    await owner.syncRoster(roster);
    await owner.writeRoster(without);
    const read = await (await server.connect(max)).syncRoster(roster);
    expect(read).toEqual(without);
    // Lena still has the server's right, but no longer the key, nor the roster.
    const carrier = await server.connect(lena);
    await expect(carrier.syncRoster(null)).rejects.toMatchObject({ problem: 'team-roster-unreadable' });
    expect((await readAll(carrier, roster)).inputs).toEqual({ 'max website 2026-11': [100] });
    expect(await (await server.connect(max)).publish(jobOf(max, without, months(100)))).toMatchObject({
      wrote: 1,
    });
    expect((await readAll(await server.connect(lena), roster)).refused).toEqual(['team-month-unreadable']);
    expect((await readAll(await server.connect(olga), without)).inputs).toEqual({
      'max website 2026-11': [100],
    });
  });

  it('tells an owner who changes the roster at the same time as another', async () => {
    const otto = await person('otto', 'owner');
    server.setup = setupOf([otto], server.setup);
    await server.reload();
    const both = await finishRoster(roster, draftOf([olga, lena, max, otto]), olga.user);
    const one = await server.connect(olga);
    await one.syncRoster(roster);
    await one.writeRoster(both);
    const other = await server.connect(otto);
    await other.syncRoster(null);
    await one.writeRoster(await finishRoster(both, { ...both, name: 'Acme 1' }, olga.user));
    const late = await finishRoster(both, { ...both, name: 'Acme 2' }, otto.user);
    await expect(other.writeRoster(late)).rejects.toMatchObject({ problem: 'team-roster-changed' });
    const known = await other.syncRoster(both);
    expect(known?.name).toBe('Acme 1');
    if (!known) throw new Error('The roster is gone.');
    await other.writeRoster(await finishRoster(known, { ...known, name: 'Acme 2' }, otto.user));
    expect((await (await server.connect(max)).syncRoster(roster))?.name).toBe('Acme 2');
  });

  it('shuts a member out who is connected', async () => {
    const carrier = await server.connect(max);
    await carrier.publish(jobOf(max, roster, months(1)));
    server.setup = changed(server.setup, ['team', team, 'remove', 'max']);
    await server.reload();
    await expect
      .poll(() => carrier.publish(jobOf(max, roster, months(2))).catch((error: unknown) => error), {
        timeout: 60_000,
      })
      .toMatchObject({ reason: 'refused' });
    await expect(server.connect(max)).rejects.toMatchObject({ reason: 'refused' });
    // Others are unaffected, and what was published stays.
    expect((await readAll(await server.connect(olga), roster)).inputs).toEqual({
      'max website 2026-11': [1],
    });
  });

  it('takes the right to write the roster, or to read a project, from somebody who is connected', async () => {
    const otto = await person('otto', 'owner');
    server.setup = setupOf([otto], server.setup);
    await server.reload();
    const carrier = await server.connect(otto);
    const reader = await server.connect(lena);
    await readAll(reader, roster);
    server.setup = setupOf(
      [
        { ...otto, member: { ...otto.member, role: 'member' } },
        { ...lena, member: { ...lena.member, role: 'member' } },
      ],
      server.setup,
    );
    await server.reload();
    const refused = { timeout: 60_000 };
    await expect
      .poll(() => carrier.writeRoster(roster).catch((error: unknown) => error), refused)
      .toMatchObject({ reason: 'refused' });
    await expect
      .poll(() => readAll(reader, roster).catch((error: unknown) => error), refused)
      .toMatchObject({ reason: 'refused' });
  });
});
