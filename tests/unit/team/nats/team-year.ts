import { jetstream } from '@nats-io/jetstream';
import { addMonths } from '../../../../src/lib/model/months';
import type { TeamRow } from '../../../../src/lib/model/team';
import { writeMonth } from '../../../../src/lib/team/month-content';
import { finishRoster } from '../../../../src/lib/team/project-keys';
import type { Roster } from '../../../../src/lib/team/roster';
import { sealMessage } from '../../../../src/lib/team/sealed-message';
import { monthSubject } from '../../../../src/lib/team/subjects';
import { draftOf, person, team, type Person, type TeamServer } from './team-server';

/** The last month of the year. */
export const lastMonth = new Date().toISOString().slice(0, 7);

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

/** A team of this size; the first member is the owner. */
export async function peopleOf(size: number): Promise<[Person, ...Person[]]> {
  const members: Person[] = [];
  for (let number = 1; number < size; number += 1) members.push(await person(`m${number}`, 'member'));
  return [await person('olga', 'owner'), ...members];
}

/** Five projects, written to the server by the owner. */
export async function foundLargeTeam(server: TeamServer, people: [Person, ...Person[]]): Promise<Roster> {
  const [owner] = people;
  const draft = {
    ...draftOf(people),
    projects: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, client: null, isArchived: false })),
  };
  const roster = await finishRoster(null, draft, owner.user);
  await (await server.connect(owner)).writeRoster(roster);
  return roster;
}

/** Everybody publishes a year of every project. @returns what was published: events, bytes of messages, and tokens by month */
export async function publishYear(
  server: TeamServer,
  people: readonly Person[],
  roster: Roster,
): Promise<{ bytes: number; events: number; tokens: Record<string, number> }> {
  const list = Array.from({ length: 12 }, (_, index) => addMonths(lastMonth, -index));
  const tokens: Record<string, number> = {};
  const sums = { bytes: 0, events: 0, tokens };
  await server.administrate(async (connection) => {
    const js = jetstream(connection);
    for (const [index, each] of people.entries()) {
      const own = roster.projects.flatMap(({ id, recipient }) =>
        list.map(async (month, place) => {
          const where = { projectId: id, month, memberId: each.user.id, deviceId: each.deviceId };
          const subject = monthSubject(team, where);
          const rows = rowsOf(month, index * 60 + place);
          for (const row of rows) {
            sums.events += row[15];
            tokens[month] = (tokens[month] ?? 0) + row[6] + row[7] + row[8] + row[9] + row[10];
          }
          const { content } = writeMonth(team, { ...where, at: 1, zone: 'UTC', rows });
          const sealed = await sealMessage(subject, content, each.user, [recipient, each.user.recipient]);
          sums.bytes += sealed.length;
          await js.publish(subject, sealed);
        }),
      );
      await Promise.all(own);
    }
  });
  return sums;
}
