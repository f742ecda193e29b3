import { headers, type NatsConnection } from '@nats-io/nats-core';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CarrierProblem } from '../../../../src/lib/sync/carrier';
import { connectAs, natsProblem } from '../../../../src/lib/sync/nats-connection';
import { writeMonth } from '../../../../src/lib/team/month-content';
import type { Roster } from '../../../../src/lib/team/roster';
import { sealMessage } from '../../../../src/lib/team/sealed-message';
import { monthSubject, rosterSubject, streamOf } from '../../../../src/lib/team/subjects';
import { program } from '../../sync/nats/server';
import { founded, jobOf, months, person, readAll, row, team, TeamServer, type Person } from './team-server';

const stream = streamOf(team);

describe.skipIf(program === undefined)('a hostile member', () => {
  let olga: Person;
  let lena: Person;
  let max: Person;
  let mallory: Person;
  let server: TeamServer;
  let roster: Roster;
  let connection: NatsConnection;
  beforeAll(async () => {
    olga = await person('olga', 'owner');
    lena = await person('lena', 'lead', ['website']);
    max = await person('max', 'member');
    mallory = await person('mallory', 'member');
    server = await TeamServer.start([olga, lena, max, mallory]);
    roster = await founded(server, [olga, lena, max, mallory]);
    for (const each of [max, mallory, lena])
      await (await server.connect(each)).publish(jobOf(each, roster, months(100)));
    connection = await connectAs(mallory.user.login, server.server.url, `_INBOX_${mallory.user.id}`);
  });
  afterAll(async () => {
    await connection.close();
    await server.remove();
  });

  /** 'refused' by the server's rights, or its answer. */
  async function ask(subject: string, content: unknown = ''): Promise<string> {
    const payload = typeof content === 'string' ? content : JSON.stringify(content);
    try {
      return (await connection.request(subject, payload, { timeout: 5_000 })).string();
    } catch (error) {
      const problem = natsProblem(error);
      return problem instanceof CarrierProblem ? problem.reason : String(error);
    }
  }

  const placeOf = ({ user, deviceId }: Person, projectId = 'website') =>
    monthSubject(team, { projectId, month: '2026-11', memberId: user.id, deviceId });
  const config = (filter_subject: string, more = {}) => ({
    stream_name: stream,
    config: { filter_subject, ack_policy: 'none', ...more },
  });

  it('is refused everything that is not theirs', async () => {
    const theirs = `tt.t.${team}.d.*.*.${max.user.id}.*`;
    const own = `tt.t.${team}.d.*.*.${mallory.user.id}.*`;
    const create = `$JS.API.CONSUMER.CREATE.${stream}`;
    const attempts: [string, unknown?][] = [
      [placeOf(max), 'x'],
      [rosterSubject(team), 'x'],
      [`tt.t.${team}.other`, 'x'],
      // Reading others, all, or one project, through each form of the API.
      [`${create}.x.${theirs}`, config(theirs, { name: 'x' })],
      [`${create}.x.tt.t.${team}.d.>`, config(`tt.t.${team}.d.>`, { name: 'x' })],
      [`${create}.x.tt.t.${team}.d.*.*.*.*`, config(`tt.t.${team}.d.*.*.*.*`, { name: 'x' })],
      [`${create}.x.tt.t.${team}.d.website.>`, config(`tt.t.${team}.d.website.>`, { name: 'x' })],
      [`${create}.x.>`, config('>', { name: 'x' })],
      [`${create}.x`, config(theirs, { name: 'x' })],
      [create, config(own)],
      [create, config(theirs)],
      [`$JS.API.CONSUMER.DURABLE.CREATE.${stream}.x`, config(own, { durable_name: 'x' })],
      [`$JS.API.DIRECT.GET.${stream}`, { seq: 2 }],
      [`$JS.API.DIRECT.GET.${stream}.${placeOf(max)}`],
      [`$JS.API.DIRECT.GET.${stream}.${placeOf(mallory)}`],
      [`$JS.API.STREAM.MSG.GET.${stream}`, { seq: 2 }],
      // What there is, and destroying it.
      [`$JS.API.STREAM.INFO.${stream}`, { subjects_filter: '>' }],
      ['$JS.API.STREAM.NAMES'],
      ['$JS.API.STREAM.LIST'],
      ['$JS.API.INFO'],
      [`$JS.API.CONSUMER.NAMES.${stream}`],
      [`$JS.API.CONSUMER.LIST.${stream}`],
      [`$JS.API.CONSUMER.INFO.${stream}.x`],
      [`$JS.API.CONSUMER.DELETE.${stream}.x`],
      [`$JS.API.STREAM.PURGE.${stream}`],
      [`$JS.API.STREAM.PURGE.${stream}`, { filter: own }],
      [`$JS.API.STREAM.DELETE.${stream}`],
      [`$JS.API.STREAM.UPDATE.${stream}`, { name: stream, subjects: ['other'] }],
      [`$JS.API.STREAM.CREATE.${stream}`, { name: stream, subjects: [`tt.t.${team}.>`] }],
      ['$JS.API.STREAM.CREATE.mine', { name: 'mine', subjects: ['mine'] }],
      [`$JS.API.STREAM.MSG.DELETE.${stream}`, { seq: 2 }],
      [`$JS.API.STREAM.SNAPSHOT.${stream}`, { deliver_subject: 'x' }],
      [`$JS.API.STREAM.LEADER.STEPDOWN.${stream}`],
    ];
    const answers = await Promise.all(attempts.map(async (attempt) => [attempt[0], await ask(...attempt)]));
    expect(answers).toEqual(attempts.map(([subject]) => [subject, 'refused']));
  });

  it('cannot ask for other filters by the body of a request that is allowed', async () => {
    const own = `tt.t.${team}.d.*.*.${mallory.user.id}.*`;
    const allowed = `$JS.API.CONSUMER.CREATE.${stream}.x.${own}`;
    for (const body of [
      config(`tt.t.${team}.d.>`, { name: 'x' }),
      config(placeOf(max), { name: 'x' }),
      config('', { name: 'x' }),
      { ...config(own, { name: 'x' }), stream_name: 'other' },
      // A push consumer that writes what it finds to the place of somebody else.
      config(own, { name: 'x', deliver_subject: placeOf(max) }),
    ])
      expect(JSON.parse(await ask(allowed, body)), JSON.stringify(body)).toHaveProperty('error');
    // A filter whose wildcard stands where the right has one.
    const middle = `tt.t.${team}.d.>.*.${mallory.user.id}.*`;
    expect(
      JSON.parse(await ask(`$JS.API.CONSUMER.CREATE.${stream}.x.${middle}`, config(middle, { name: 'x' }))),
    ).toHaveProperty('error');
  });

  it('cannot listen to anybody', async () => {
    for (const subject of ['>', `tt.t.${team}.>`, `_INBOX_${max.user.id}.>`, '$JS.EVENT.>', '_INBOX.>']) {
      const subscription = connection.subscribe(subject);
      await expect(subscription.closed, subject).resolves.toMatchObject({ name: 'PermissionViolationError' });
    }
  });

  it('cannot remove older messages by a header', async () => {
    const about = headers();
    about.set('Nats-Rollup', 'all');
    await expect(jetstream(connection).publish(placeOf(mallory), 'x', { headers: about })).rejects.toThrow();
  });

  it('is not believed after having an answer of the server delivered to somebody else’s subject', async () => {
    // A month in the name of Max, signed by Mallory, which she pulls to his place.
    const { recipient } = roster.projects[0]!;
    const place = { projectId: 'website', month: '2026-11', memberId: max.user.id, deviceId: max.deviceId };
    const { content } = writeMonth(team, { ...place, at: 1, zone: 'UTC', rows: [] });
    const forged = await sealMessage(placeOf(max), content, mallory.user, [recipient]);
    await jetstream(connection).publish(placeOf(mallory), forged);
    const own = `tt.t.${team}.d.*.*.${mallory.user.id}.*`;
    const create = `$JS.API.CONSUMER.CREATE.${stream}`;
    await ask(`${create}.pull.${own}`, config(own, { name: 'pull' }));
    connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${stream}.pull`, '{"batch":1}', { reply: placeOf(max) });
    // The server's answer to her request, to the places of Lena and of the roster: rights don't cover this.
    for (const [name, reply] of [
      ['one', placeOf(lena)],
      ['two', rosterSubject(team)],
    ] as const)
      connection.publish(`${create}.${name}.${own}`, JSON.stringify(config(own, { name })), { reply });
    for (const subject of [placeOf(lena), rosterSubject(team)])
      await expect.poll(() => stored(subject), { timeout: 60_000 }).toContain('consumer_create_response');

    const reader = await server.connect(olga);
    const read = await readAll(reader, roster);
    expect(read).toMatchObject({
      inputs: { 'max website 2026-11': [100] },
      refused: ['team-month-unreadable', 'team-month-unreadable'],
    });
    // Who knows the roster keeps it; an owner and Lena put back what was there.
    await expect((await server.connect(max)).syncRoster(null)).rejects.toMatchObject({
      problem: 'team-roster-unreadable',
    });
    expect(await (await server.connect(max)).syncRoster(roster)).toEqual(roster);
    expect(await (await server.connect(olga)).syncRoster(roster)).toEqual(roster);
    expect(await (await server.connect(max)).syncRoster(null)).toEqual(roster);
    const carrier = await server.connect(lena);
    expect(await carrier.publish(jobOf(lena, roster, months(100)))).toMatchObject({ wrote: 1 });
    expect((await readAll(reader, roster, read.cursor)).inputs).toMatchObject({
      'lena website 2026-11': [100],
    });
  });

  it('is not believed when signing as somebody else, or writing impossible values', async () => {
    const { recipient } = roster.projects[0]!;
    const own = {
      projectId: 'website',
      month: '2026-11',
      memberId: mallory.user.id,
      deviceId: mallory.deviceId,
    };
    const write = async (subject: string, content: string) => {
      const sealed = await sealMessage(subject, content, mallory.user, [recipient]);
      await jetstream(connection).publish(placeOf(mallory), sealed);
      const { inputs, refused } = await readAll(await server.connect(olga), roster);
      return { isRead: 'mallory website 2026-11' in inputs, refused };
    };
    const contentOf = (more: object) =>
      writeMonth(team, { ...own, at: 1, zone: 'UTC', rows: [row('2026-11-05', 1)], ...more }).content;
    const place = placeOf(mallory);
    expect(await write(placeOf(max), contentOf({}))).toEqual({
      isRead: false,
      refused: ['team-month-unreadable'],
    });
    expect(await write(place, contentOf({ memberId: max.user.id }))).toEqual({
      isRead: false,
      refused: ['team-month-forged'],
    });
    expect(await write(place, contentOf({ rows: [row('2026-11-05', 1_000_000_000_000)] }))).toEqual({
      isRead: false,
      refused: [{ code: 'team-month-implausible', field: 'tokens' }],
    });
    expect(await write(place, contentOf({}))).toEqual({ isRead: true, refused: [] });
  });

  /** As the administrator sees it. */
  const stored = (subject: string) =>
    server.administrate(async (root) => {
      const { streams } = await jetstreamManager(root);
      const message = await streams.getMessage(stream, { last_by_subj: subject });
      return new TextDecoder().decode(message?.data);
    });
});
