import {
  AckPolicy,
  DeliverPolicy,
  type ConsumerInfo,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import type { Problem } from '../model/problem';
import type { TeamCursor } from '../model/team';
import { patience, pulled } from '../sync/nats-stream';
import { readMonth, type PublishedMonth } from './month-content';
import type { Roster } from './roster';
import { openMessage, type Opener } from './sealed-message';
import { monthPlaceOf, monthsFilter, streamOf, type MonthPlace } from './subjects';
import type { TeamUser } from './team-user';

/** A message that isn't what its subject says, and why. */
export interface RefusedMonth extends MonthPlace {
  problem: Problem;
}

export interface ReadBatch {
  months: PublishedMonth[];
  refused: RefusedMonth[];
  /** Null while it can't move, because the running month is read before its turn, or another project follows. */
  cursor: TeamCursor | null;
  /** How many messages of this part are still to come. */
  left: number;
}

export interface ReadJob {
  roster: Roster;
  cursor: TeamCursor | null;
  runningMonth: string;
  user: TeamUser;
  /** What opens this member's own months. */
  own: Opener;
  /** What opens the months of each project. */
  openers: ReadonlyMap<string, Opener>;
}

/** Small, because the page passes each batch on to the database. */
const batchSize = 100;
/** A month is sealed for its project and its member. */
const mostRecipients = 4;
/** When nothing was read yet. */
const beginning = new Date(0).toISOString();
/** In milliseconds: by how much the clocks of three servers may differ. */
const overlap = 120_000;

/**
 * Reads months by the server's clock, not by sequence numbers: a store that was set back and has grown again, or was
 * created again, has old numbers for new messages, but never old times.
 */
export class MonthReader {
  /** By subject, what was read in this session, so that nothing is opened twice. */
  readonly #seen = new Map<string, string>();

  constructor(
    private readonly team: string,
    private readonly js: JetStreamClient,
    private readonly manager: JetStreamManager,
  ) {}

  async *read(job: ReadJob): AsyncGenerator<ReadBatch> {
    const filters = this.#filtersOf(job);
    // Somebody who counts again must be read again.
    const leftOut = job.roster.members.filter(({ isLeftOut }) => isLeftOut).map(({ id }) => id.slice(0, 8));
    const rights = [...filters, ...leftOut.sort()].join(' ');
    // A refused message may only have been newer than the roster, so it is tried again with the next one.
    const rightsThen = `${rights} refused-by-roster-${job.roster.version}`;
    let of = job.cursor?.of === rightsThen ? rightsThen : rights;
    // For each filter, when the last message that was read was stored. A server of three may lag behind the others, so
    // what it has not shown yet counts as not read, whenever it was asked.
    const times = job.cursor?.of === of ? job.cursor.since.split(' ') : [];
    if (times.length === 0) {
      this.#seen.clear();
      for (const filter of this.#filtersOf(job, job.runningMonth))
        for await (const { batch } of this.#batches(filter, undefined, job)) yield { ...batch, cursor: null };
    }
    const cursor = () => (times.length === filters.length ? { of, since: times.join(' ') } : null);
    let isCursorDue = false;
    for (const [index, filter] of filters.entries()) {
      for await (const { batch, last } of this.#batches(filter, times[index], job)) {
        times[index] = last;
        if (batch.refused.length > 0) of = rightsThen;
        isCursorDue = cursor() === null;
        yield { ...batch, cursor: cursor() };
      }
      times[index] ??= beginning;
    }
    // The last filter had nothing.
    if (isCursorDue) yield { months: [], refused: [], left: 0, cursor: cursor() };
  }

  /** The messages of a filter that are stored now, in the order in which they were stored. */
  async *messages(filter: string, since?: string): AsyncGenerator<JsMsg> {
    const info = await this.#consumer(filter, since);
    yield* pulled(this.js.consumers.getConsumerFromInfo(info), info.num_pending, batchSize);
  }

  /** What somebody may read, by the roster. The server's configuration must agree. */
  #filtersOf({ roster, user }: ReadJob, month?: string): string[] {
    const self = roster.members.find(({ id }) => id === user.id);
    const part = month === undefined ? {} : { month };
    if (self?.role === 'owner') return [monthsFilter(this.team, part)];
    const own = monthsFilter(this.team, { ...part, memberId: user.id });
    const reads = self?.role === 'lead' ? [...self.reads].sort() : [];
    return [...reads.map((projectId) => monthsFilter(this.team, { ...part, projectId })), own];
  }

  async *#batches(
    filter: string,
    since: string | undefined,
    job: ReadJob,
  ): AsyncGenerator<{ batch: Omit<ReadBatch, 'cursor'>; last: string }> {
    const waiting: JsMsg[] = [];
    const flush = async (left: number, last: string) => {
      const opened = await Promise.all(waiting.map((message) => this.#open(message, job)));
      const read = opened.filter((each) => each !== undefined);
      const months = read.filter((each) => 'rows' in each);
      const refused = read.filter((each) => 'problem' in each);
      return { batch: { months, refused, left }, last };
    };
    for await (const message of this.messages(filter, since)) {
      waiting.push(message);
      const left = message.info.pending;
      if (waiting.length < batchSize && left > 0) continue;
      yield await flush(left, message.timestamp);
      // Only now, because the caller has stored them.
      for (const each of waiting.splice(0)) this.#seen.set(each.subject, versionOf(each));
    }
  }

  /** Undefined if it was already read. */
  async #open(message: JsMsg, job: ReadJob): Promise<PublishedMonth | RefusedMonth | undefined> {
    const { subject, data } = message;
    const place = monthPlaceOf(this.team, subject);
    if (!place || this.#seen.get(subject) === versionOf(message)) return undefined;
    const { roster, user, own, openers } = job;
    const { projectId, memberId } = place;
    const refuse = (problem: Problem): RefusedMonth => ({ ...place, problem });
    if (!roster.members.some(({ id }) => id === memberId)) return refuse('team-member-unknown');
    if (!roster.projects.some(({ id }) => id === projectId)) return refuse('team-project-unknown');
    const opener = openers.get(projectId) ?? (memberId === user.id ? own : undefined);
    const opened = opener && (await openMessage(subject, Uint8Array.from(data), opener, mostRecipients));
    if (!opened) return refuse('team-month-unreadable');
    if (opened.by !== memberId) return refuse('team-month-forged');
    const month = readMonth(this.team, place, opened.content);
    return typeof month === 'object' && 'rows' in month ? month : refuse(month);
  }

  /** A consumer for this read only. Its random name prevents others from reading along. */
  #consumer(filter: string, since: string | undefined): Promise<ConsumerInfo> {
    return this.manager.consumers.add(streamOf(this.team), {
      name: crypto.randomUUID().replaceAll('-', ''),
      filter_subject: filter,
      ack_policy: AckPolicy.None,
      mem_storage: true,
      num_replicas: 1,
      inactive_threshold: patience * 6 * 1_000_000,
      ...(since === undefined
        ? { deliver_policy: DeliverPolicy.All }
        : {
            deliver_policy: DeliverPolicy.StartTime,
            opt_start_time: new Date(Math.max(0, Date.parse(since) - overlap)).toISOString(),
          }),
    });
  }
}

/** Differs for anything else that the server may hold under the same subject, also after its stream was created again. */
const versionOf = ({ seq, timestamp }: JsMsg): string => `${seq} ${timestamp}`;
