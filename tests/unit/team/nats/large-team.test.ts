import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { expect, it } from 'vitest';
import { finishRoster } from '../../../../src/lib/team/project-keys';
import { writeMonth } from '../../../../src/lib/team/month-content';
import { sealMessage } from '../../../../src/lib/team/sealed-message';
import { monthSubject, streamOf } from '../../../../src/lib/team/subjects';
import type { TeamRow } from '../../../../src/lib/model/team';
import { addMonths } from '../../../../src/lib/model/months';
import { rounds } from '../../../budget';
import { program } from '../../sync/nats/server';
import { draftOf, person, team, TeamServer, type Person } from './team-server';

/** A heavy user's month in one project: 1,000 events a day over five projects, as 68 rows. */
const rowsOf = (month: string, seed: number): TeamRow[] =>
  Array.from({ length: 68 }, (_, index) => {
    const number = (seed * 68 + index) * 2_654_435_761;
    const below = (most: number) => Math.abs(number ^ (number >>> 7)) % most;
    return [
      `${month}-${String((index % 28) + 1).padStart(2, '0')}`,
      index < 28 ? 'claude-code' : index < 56 ? 'codex-cli' : 'gemini-cli',
      index < 28 ? 'anthropic' : index < 56 ? 'openai' : 'google',
      index < 28 ? 'claude-sonnet-4-5' : index < 56 ? 'gpt-5-codex' : 'gemini-2.5-pro',
      'chat',
      'cloud',
      below(3_000_000),
      below(60_000_000),
      below(4_000_000),
      0,
      below(900_000),
      0,
      below(90_000_000_000),
      'computed',
      'call',
      89,
      0,
    ];
  });

interface Clock {
  wall: number;
  processor: number;
}

/** In seconds. Other processes slow the wall's down, but hardly the processor's. */
function clock(): Clock {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, processor: (user + system) / 1_000_000 };
}

// Sealing 30,000 months takes minutes, so `npm test` tries the same with three members.
const memberCount = rounds(3, 500);

it.skipIf(program === undefined)(
  `an owner reads the year of ${memberCount} members, the running month first`,
  async () => {
    const olga = await person('olga', 'owner');
    const members: Person[] = [];
    for (let number = 1; number < memberCount; number += 1)
      members.push(await person(`m${number}`, 'member'));
    const people = [olga, ...members];
    const server = await TeamServer.start(people);
    const draft = {
      ...draftOf(people),
      projects: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, client: null, isArchived: false })),
    };
    const roster = await finishRoster(null, draft, olga.user);
    const owner = await server.connect(olga);
    await owner.writeRoster(roster);
    const list = Array.from({ length: 12 }, (_, index) => addMonths('2026-11', -index));
    const began = clock();
    let bytes = 0;
    let events = 0;
    await server.administrate(async (connection) => {
      const js = jetstream(connection);
      for (const [index, each] of people.entries()) {
        const own = roster.projects.flatMap(({ id, recipient }) =>
          list.map(async (month, place) => {
            const where = { projectId: id, month, memberId: each.user.id, deviceId: each.deviceId };
            const subject = monthSubject(team, where);
            const rows = rowsOf(month, index * 60 + place);
            events += rows.reduce((sum, row) => sum + row[15], 0);
            const { content } = writeMonth(team, { ...where, at: 1, zone: 'UTC', rows });
            const sealed = await sealMessage(subject, content, each.user, [recipient, each.user.recipient]);
            bytes += sealed.length;
            await js.publish(subject, sealed);
          }),
        );
        await Promise.all(own);
      }
    });
    const wrote = clock();
    const reader = await server.connect(olga);
    const known = await reader.syncRoster(null);
    if (!known) throw new Error('There is no roster.');
    const readRoster = clock();
    let running = 0;
    let count = 0;
    let rows = 0;
    let firstMonth = readRoster;
    let cursor = null;
    for await (const batch of reader.read(known, null, '2026-11')) {
      expect(batch.refused).toEqual([]);
      count += batch.months.length;
      for (const month of batch.months) rows += month.rows.length;
      if (batch.cursor === null) {
        running += batch.months.length;
        if (batch.left === 0) firstMonth = clock();
      } else cursor = batch.cursor;
    }
    const read = clock();
    expect([running, count]).toEqual([memberCount * 5, memberCount * 60]);
    expect(rows).toBe(memberCount * 60 * 68);
    let again = 0;
    for await (const batch of reader.read(known, cursor, '2026-11')) again += batch.months.length;
    expect(again).toBe(0);
    const disk = await server.administrate(async (connection) => {
      const { streams } = await jetstreamManager(connection);
      return (await streams.info(streamOf(team))).state.bytes;
    });
    const seconds = (from: Clock, to: Clock) =>
      `${(to.wall - from.wall).toFixed(1)} s, ${(to.processor - from.processor).toFixed(1)} s of this process`;
    const report = {
      members: memberCount,
      messages: memberCount * 60,
      events,
      rows,
      sealedMB: bytes / 1e6,
      bytesEach: Math.round(bytes / (memberCount * 60)),
      diskMB: disk / 1e6,
      sealAndPublish: seconds(began, wrote),
      roster: seconds(wrote, readRoster),
      runningMonth: seconds(readRoster, firstMonth),
      theRest: seconds(firstMonth, read),
    };
    console.log(JSON.stringify(report, null, 1));
    await server.remove();
  },
  3_600_000,
);
