import { jetstreamManager } from '@nats-io/jetstream';
import { expect, it } from 'vitest';
import { streamOf } from '../../../../src/lib/team/subjects';
import { rounds } from '../../../budget';
import { program } from '../../sync/nats/server';
import { team, TeamServer } from './team-server';
import { foundLargeTeam, lastMonth, peopleOf, publishYear } from './team-year';

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
    const people = await peopleOf(memberCount);
    const [olga] = people;
    const server = await TeamServer.start(people);
    const roster = await foundLargeTeam(server, people);
    const began = clock();
    const { bytes, events } = await publishYear(server, people, roster);
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
    for await (const batch of reader.read(known, null, lastMonth)) {
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
    for await (const batch of reader.read(known, cursor, lastMonth)) again += batch.months.length;
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
