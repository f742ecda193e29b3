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

const batchSize = 250;
/** A month is sealed for its project and its member. */
const mostRecipients = 4;
/** In milliseconds: by how much the clocks of three servers may differ. */
const overlap = 120_000;

/**
 * Reads months by the server's clock, not by sequence numbers: a store that was set back and has grown again, or was
 * made anew, has old numbers for new messages, but never old times.
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
    const of = filters.join(' ');
    const known = job.cursor?.of === of ? job.cursor : null;
    if (!known) {
      this.#seen.clear();
      for (const filter of this.#filtersOf(job, job.runningMonth))
        for await (const { batch } of this.#batches(filter, null, job)) yield { ...batch, cursor: null };
    }
    let began: string | undefined;
    for (const [index, filter] of filters.entries()) {
      for await (const { batch, created, last } of this.#batches(filter, known?.since ?? null, job)) {
        began ??= created;
        const isLast = index === filters.length - 1 && batch.left === 0;
        // In the order stored, so with one filter everything before the last message was read.
        const since = isLast ? began : filters.length === 1 ? last : undefined;
        yield { ...batch, cursor: since === undefined ? null : { of, since } };
      }
    }
  }

  /** The messages of a filter that are stored now, in the order in which they were stored. */
  async *messages(filter: string, since: string | null): AsyncGenerator<JsMsg> {
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
    since: string | null,
    job: ReadJob,
  ): AsyncGenerator<{ batch: Omit<ReadBatch, 'cursor'>; created: string; last: string }> {
    const info = await this.#consumer(filter, since);
    let waiting: JsMsg[] = [];
    let left = info.num_pending;
    const { created } = info;
    const flush = async () => {
      const messages = waiting;
      waiting = [];
      const opened = await Promise.all(messages.map((message) => this.#open(message, job)));
      const read = opened.filter((each) => each !== undefined);
      const batch = {
        months: read.filter((each) => 'rows' in each),
        refused: read.filter((each) => 'problem' in each),
        left,
      };
      return { batch, created, last: messages.at(-1)?.timestamp ?? created, messages };
    };
    const consumer = this.js.consumers.getConsumerFromInfo(info);
    for await (const message of pulled(consumer, info.num_pending, batchSize)) {
      waiting.push(message);
      left = message.info.pending;
      if (waiting.length < batchSize && left > 0) continue;
      const { messages, ...flushed } = await flush();
      yield flushed;
      // Only now, because the caller has stored them.
      for (const each of messages) this.#seen.set(each.subject, versionOf(each));
    }
    if (info.num_pending === 0) yield await flush();
  }

  /** Undefined for what was read before. */
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

  /** One for this reading alone. Its random name is what keeps others from reading along. */
  #consumer(filter: string, since: string | null): Promise<ConsumerInfo> {
    const start = since && new Date(Date.parse(since) - overlap).toISOString();
    return this.manager.consumers.add(streamOf(this.team), {
      name: crypto.randomUUID().replaceAll('-', ''),
      filter_subject: filter,
      ack_policy: AckPolicy.None,
      mem_storage: true,
      num_replicas: 1,
      inactive_threshold: patience * 6 * 1_000_000,
      ...(start === null
        ? { deliver_policy: DeliverPolicy.All }
        : { deliver_policy: DeliverPolicy.StartTime, opt_start_time: start }),
    });
  }
}

/** Differs for whatever else a server may hold in the same place, also after it was made anew. */
const versionOf = ({ seq, timestamp }: JsMsg): string => `${seq} ${timestamp}`;
