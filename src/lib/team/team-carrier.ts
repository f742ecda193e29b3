import {
  jetstream,
  jetstreamManager,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/nats-core';
import { TokentabError } from '../model/errors';
import type { TeamCursor, TeamMonth } from '../model/team';
import { connectAs, natsProblem } from '../sync/nats-connection';
import { isStreamMissing, makeStream, patience } from '../sync/nats-stream';
import { isByOwner, openersOf } from './project-keys';
import { MonthReader, type ReadBatch } from './month-reader';
import { writeMonth } from './month-content';
import { ownersOf, parseRoster, type Roster } from './roster';
import { openerOf, openMessage, sealMessage, toBase64, type Opener } from './sealed-message';
import { allSubjects, monthPlaceOf, monthsFilter, monthSubject, rosterSubject, streamOf } from './subjects';
import { teamUser, type TeamUser } from './team-user';

/** Everybody in a team of 2,000 can open its roster. */
const mostRosterRecipients = 2000;
/** The header by which members recognize that the server still holds what they published. */
const ownHeader = 'Tokentab-Own';
/** The content of a month without rows, whatever key it was sealed for. */
const takenBack = 'taken back';
const wrongLastSequence = 10071;

export interface PublishJob {
  roster: Roster;
  /** Random, stored outside the database. */
  deviceId: string;
  /** The zone in which the member's days are cut. */
  zone: string;
  /** UTC milliseconds. */
  at: number;
  /** Everything that this browser publishes: months that aren't in it are taken back. */
  months: readonly Pick<TeamMonth, 'projectId' | 'month' | 'rows'>[];
}

export interface PublishReport {
  wrote: number;
  tookBack: number;
  /** Projects that another browser of this member publishes. */
  alsoPublished: { projectId: string; deviceId: string }[];
}

/**
 * A team's messages on a NATS server, which keeps the last one of each subject (docs/decisions/0026-teams.md). What the
 * server acknowledged is compared each time, never assumed.
 * All methods throw `CarrierProblem`: `refused` also if the server's configuration gives this member no such right.
 */
export class TeamCarrier {
  readonly #reader: MonthReader;
  /** Of the roster that was read last; 0 if there was none. */
  #rosterSequence = 0;
  /** Why the connection has ended, if it has. */
  #ended: unknown;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly team: string,
    private readonly user: TeamUser,
    private readonly opener: Opener,
    private readonly js: JetStreamClient,
    private readonly manager: JetStreamManager,
  ) {
    this.#reader = new MonthReader(team, js, manager);
    void connection.closed().then((error) => (this.#ended = error ?? undefined));
  }

  /** @param url as `connectAs` takes it @param identity this member's, of this team */
  static async open(url: string, team: string, identity: string): Promise<TeamCarrier> {
    const user = await teamUser(identity);
    // The server lets nobody else listen below this prefix.
    const connection = await connectAs(user.login, url, `_INBOX_${user.id}`);
    try {
      const opener = await openerOf([identity]);
      const manager = await jetstreamManager(connection, { timeout: patience, checkAPI: false });
      return new TeamCarrier(
        connection,
        team,
        user,
        opener,
        jetstream(connection, { timeout: patience }),
        manager,
      );
    } catch (error) {
      await connection.close();
      throw natsProblem(error);
    }
  }

  /** This member's id, 'U…'. */
  get memberId(): string {
    return this.user.id;
  }

  /**
   * The newest roster. If the server has lost it or holds an older or a wrong one, an owner puts the known one back, and
   * others keep it.
   * @param known the last one that this method returned, stored outside the database; null if there was none
   * @returns null while there is none
   * @throws `BadInput` if nothing is known and what is there isn't a roster for this member
   */
  async syncRoster(known: Roster | null): Promise<Roster | null> {
    const stored = await this.#readRoster(known).catch((error: unknown) => {
      if (error instanceof TokentabError && known !== null) return null;
      throw error;
    });
    if (known === null || (stored && stored.version >= known.version)) return stored;
    if (ownersOf(known).includes(this.user.id))
      await this.writeRoster(known).catch((error: unknown) => {
        // It wasn't lost: the server that was asked lags behind the others.
        if (!(error instanceof TokentabError && error.problem === 'team-roster-changed')) throw error;
      });
    return known;
  }

  /**
   * Only for owners. Creates the team's stream if there is none.
   * @param roster from `finishRoster`, after the one that `syncRoster` returned last
   * @throws `BadInput` if another owner has changed it meanwhile: read it again, and change that one
   */
  writeRoster(roster: Roster): Promise<void> {
    return this.#try(async () => {
      const subject = rosterSubject(this.team);
      const recipients = roster.members.filter(({ left }) => left !== true).map(({ recipient }) => recipient);
      const sealed = await sealMessage(subject, JSON.stringify(roster), this.user, recipients);
      await makeStream(this.connection, this.manager, streamOf(this.team), allSubjects(this.team), {
        deny_delete: true,
      });
      try {
        const { seq } = await this.js.publish(subject, sealed, {
          expect: { lastSubjectSequence: this.#rosterSequence },
        });
        this.#rosterSequence = seq;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === wrongLastSequence)
          throw new TokentabError('BadInput', 'team-roster-changed', error);
        throw error;
      }
    });
  }

  /**
   * Makes the server hold exactly these months of this browser: writes what is missing, differs, was damaged or is sealed
   * for an older key, and takes back what is no longer published.
   */
  publish({ roster, deviceId, zone, at, months }: PublishJob): Promise<PublishReport> {
    return this.#try(async () => {
      const report: PublishReport = { wrote: 0, tookBack: 0, alsoPublished: [] };
      const memberId = this.user.id;
      const wanted = new Map(
        months.map(({ rows, ...place }) => [monthSubject(this.team, { ...place, memberId, deviceId }), rows]),
      );
      const held = new Map<string, JsMsg>();
      for await (const message of this.#reader.messages(monthsFilter(this.team, { memberId })))
        held.set(message.subject, message);

      const others = new Map<string, PublishReport['alsoPublished'][number]>();
      for (const [subject, message] of held) {
        const place = monthPlaceOf(this.team, subject);
        if (!place) continue;
        if (place.deviceId === deviceId) wanted.set(subject, wanted.get(subject) ?? []);
        else if (!(await this.#isHeld(message, takenBack)))
          others.set(`${place.projectId} ${place.deviceId}`, place);
      }
      report.alsoPublished = [...others.values()].map(({ projectId, deviceId }) => ({ projectId, deviceId }));

      for (const [subject, rows] of wanted) {
        const place = monthPlaceOf(this.team, subject);
        const project = roster.projects.find(({ id }) => id === place?.projectId);
        if (!place || !project) continue;
        const { content, compared } = writeMonth(this.team, { ...place, at, zone, rows });
        const about = rows.length === 0 ? takenBack : `${project.recipient}\n${compared}`;
        if (await this.#isHeld(held.get(subject), about)) continue;
        // A member can read their own months, from whichever browser.
        const recipients = [project.recipient, this.user.recipient];
        const sealed = await sealMessage(subject, content, this.user, recipients);
        const own = headers();
        own.set(ownHeader, await this.#mac(subject, about, sealed));
        await this.js.publish(subject, sealed, { headers: own });
        if (rows.length > 0) report.wrote += 1;
        else report.tookBack += 1;
      }
      return report;
    });
  }

  /**
   * Reads what this member may read and has changed since: an owner everything, a lead their projects, everybody their
   * own months. The first time, the running month comes first.
   * @param cursor of the last batch that was stored; null reads everything
   */
  async *read(roster: Roster, cursor: TeamCursor | null, runningMonth: string): AsyncGenerator<ReadBatch> {
    try {
      const openers = await openersOf(roster, this.user);
      yield* this.#reader.read({ roster, cursor, runningMonth, user: this.user, own: this.opener, openers });
    } catch (error) {
      throw natsProblem(this.#ended ?? error);
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  #readRoster(known: Roster | null): Promise<Roster | null> {
    return this.#try(async () => {
      this.#rosterSequence = 0;
      const subject = rosterSubject(this.team);
      let stored: JsMsg | undefined;
      try {
        for await (const message of this.#reader.messages(subject)) stored = message;
      } catch (error) {
        // The server has lost everything, or the team is new.
        if (!isStreamMissing(error)) throw error;
      }
      if (!stored) return null;
      this.#rosterSequence = stored.seq;
      const bytes = Uint8Array.from(stored.data);
      const opened = await openMessage(subject, bytes, this.opener, mostRosterRecipients);
      if (!opened) throw new TokentabError('BadInput', 'team-roster-unreadable');
      const roster = parseRoster(opened.content, this.team);
      if (!(await isByOwner(roster, opened.by, known)))
        throw new TokentabError('BadInput', 'team-roster-not-by-owner');
      return roster;
    });
  }

  /** Whether the server holds what this member has published, with exactly these bytes. */
  async #isHeld(message: JsMsg | undefined, about: string): Promise<boolean> {
    if (!message) return false;
    const mac = await this.#mac(message.subject, about, Uint8Array.from(message.data));
    return message.headers?.get(ownHeader) === mac;
  }

  /** Covers the subject of a message, what it says, the key it is sealed for, and its bytes. */
  async #mac(subject: string, about: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const all = await new Blob([subject, '\n', about, '\n', bytes]).arrayBuffer();
    return toBase64(await this.user.mac(new Uint8Array(all)));
  }

  async #try<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TokentabError) throw error;
      throw natsProblem(this.#ended ?? error);
    }
  }
}
