/**
 * @learnedFrom a real rollout, and families of rollouts generated from its rules; cache writes from other trackers’
 *   readers
 * @identifiedBy the row’s running totals within a family of sessions that copied each other
 * @counts input includes cached input and, in newer versions, cache writes; reasoning is inside output; repeated
 *   totals and the copied start of a fork count nothing
 * @unconfirmed a fork whose parent and siblings are all missing can’t be told from a session of its own
 * @differs trackers that ignore forks count their copied start again
 */
import { familyKey } from '../../model/families';
import type { PlanLimits } from '../../model/plan-limits';
import type { SourceUsageEvent } from '../../model/usage-event';
import { ChainHash } from '../../model/chain-hash';
import { AppendedCopies } from '../reading/appended-copies';
import { CodexLineage, familyName, readSessionMeta } from './lineage';
import { ReplayedPrefix } from './replay';
import { readLimits } from './limits';
import { CodexCounter, hashTokenCount, readTokenCount } from './usage';
import { FieldPicker, type WantedFields } from '../reading/field-picker';
import { finderOf, type FindBytes } from '../reading/find-bytes';
import { asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import { llmModeOf } from '../reading/local-providers';
import { onFirstUse } from '../reading/on-first-use';
import type { ReadFile, SourceSink } from '../source';
import { readTime } from '../reading/time';

const id = 'codex-cli';

/**
 * Codex CLI's rollouts. Forks and subagents begin with rows of their parent, which must count once, whichever file is
 * read first. The key of a row is the family and a hash of all rows of the file up to it, so rows of different files
 * have equal keys exactly in a common prefix. Of rows with equal keys the earliest counts, because copies have the time
 * of the fork.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const reader = new CodexReader(sink, now);
  try {
    await readJsonLines(chunks, sink, reader);
  } finally {
    reader.finish();
  }
};

const parent = { parent_thread_id: true } as const;
const limit = {
  used_percent: true,
  window_minutes: true,
  resets_at: true,
  resets_in_seconds: true,
} as const;
/** All fields that the reader, `lineage.ts` and `limits.ts` use. */
const payload: WantedFields = {
  ...parent,
  id: true,
  forked_from_id: true,
  source: { subagent: { thread_spawn: parent } },
  model_provider: true,
  cwd: true,
  timestamp: true,
  model: true,
  type: true,
  info: true,
  rate_limits: { limit_id: true, primary: limit, secondary: limit },
  started_at: true,
};
const types = ['token_count', 'turn_context', 'session_meta', 'task_started'].map((type) => `"${type}"`);

const findResponseItem = finderOf('"response_item"');
const findAny: readonly FindBytes[] = types.map(finderOf);

/** `type` is within this many bytes in a line, because Codex writes it right after the time. */
const typePlace = 72;

const picker = onFirstUse(() =>
  FieldPicker.of({
    fields: { timestamp: true, type: true, payload },
    containing: types,
    unless: { text: '"response_item"', within: typePlace },
  }),
);

class CodexReader implements JsonLineHandler {
  private readonly lineage = new CodexLineage();
  private readonly replay = new ReplayedPrefix();
  private readonly counter = new CodexCounter();
  private readonly chain = new ChainHash();
  private readonly copies = new AppendedCopies();
  /** Until the end, when family and session are known, `dedupeKey` is only the hash. */
  private readonly pending: SourceUsageEvent[] = [];
  private index = -1;
  private model: string | null = null;
  private provider: string | null = null;
  private path: string | null = null;
  /** The latest limits that the file's own session recorded. */
  private limits: PlanLimits | null = null;
  private began: { beganAt: number; beganIn: string } | null = null;
  /** The time of the first counted record, which identifies a file that names no session. */
  private firstTime: string | null = null;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  /** Null until the first two records have shown whether the file is a fork. */
  get picker(): FieldPicker | null {
    return this.index > 1 ? picker() : null;
  }

  /** Most of a rollout is content and isn't parsed. The first two records always are, because they identify a fork. */
  wants(bytes: Uint8Array, start: number, end: number, index: number): boolean {
    this.index = index;
    if (index < 2) return true;
    if (findResponseItem(bytes, start, Math.min(end, start + typePlace)) !== -1) return false;
    return findAny.some((find) => find(bytes, start, end) !== -1);
  }

  record(record: JsonObject, line: number): void {
    const payload = asObject(record.payload);
    if (payload === null) return;
    const { type, timestamp } = record;
    if (type === 'session_meta') this.noteSession(payload, timestamp);
    else if (type === 'turn_context') this.noteTurn(payload);
    else if (type !== 'event_msg') return;
    else if (payload.type === 'task_started') {
      const when = readTime(timestamp, this.now);
      this.replay.taskStarted(payload, isProblem(when) ? null : when.time);
    } else if (payload.type === 'token_count') {
      this.noteLimits(asObject(payload.rate_limits), timestamp);
      this.noteTokens(payload.info, timestamp, line);
    }
  }

  finish(): void {
    const { sessionId } = this.lineage;
    const family = this.lineage.family ?? familyName(`at ${this.firstTime ?? ''}`);
    for (const [session, parent] of this.lineage.links()) this.sink.lineage?.(id, session, parent);
    if (this.limits !== null) this.sink.planLimits?.(this.limits);
    if (sessionId !== null && this.began !== null) this.sink.session({ sessionId, ...this.began });
    for (const event of this.pending) {
      event.dedupeKey = familyKey(id, family, event.dedupeKey);
      event.sessionId = sessionId;
      this.sink.event(event);
    }
  }

  private noteSession(payload: JsonObject, timestamp: unknown): void {
    const meta = readSessionMeta(payload);
    this.lineage.add(meta);
    this.replay.sessionMeta(meta, this.index);
    this.provider = asText(payload.model_provider);
    const folder = asText(payload.cwd);
    if (folder === null) return;
    this.path = folder;
    const when = readTime(timestamp ?? payload.timestamp, this.now);
    if (meta.id !== this.lineage.sessionId || isProblem(when)) return;
    this.began ??= { beganAt: when.time, beganIn: folder };
  }

  private noteTurn(payload: JsonObject): void {
    this.model = asText(payload.model) ?? this.model;
    this.path = asText(payload.cwd) ?? this.path;
  }

  /** Skips inherited limits, which are older than the time of their record. */
  private noteLimits(fields: JsonObject | null, timestamp: unknown): void {
    if (fields === null || this.replay.isInherited) return;
    const when = readTime(timestamp, this.now);
    if (isProblem(when) || when.time < (this.limits?.recordedAt ?? 0)) return;
    this.limits = readLimits(fields, when.time) ?? this.limits;
  }

  private noteTokens(info: unknown, timestamp: unknown, line: number): void {
    if (info === undefined || info === null) return;
    const fields = asObject(info);
    if (fields === null) {
      this.sink.problem({ code: 'not-an-object', field: 'info' }, line);
      return;
    }
    const count = readTokenCount(fields);
    if (count === null) return;
    if (isProblem(count)) {
      this.sink.problem(count.problem, line);
      return;
    }

    // A row that comes back with its own time belongs to a copy in the same file, and isn't part of the sequence.
    const row = `${String(timestamp)} ${count.total?.total_tokens} ${count.last?.total_tokens}`;
    if (this.copies.isCopy(timestamp, row)) return;
    hashTokenCount(this.chain, count);
    const spent = this.counter.next(count);
    this.firstTime ??= asText(timestamp);
    if (spent === null || this.replay.isInherited) return;
    if (spent.inputTokens + spent.cacheReadTokens + spent.outputTokens === 0) return;
    const when = readTime(timestamp, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, line);
      return;
    }
    // Field by field: spreading objects here took a third of the time of reading a rollout.
    this.pending.push({
      inputTokens: spent.inputTokens,
      cacheReadTokens: spent.cacheReadTokens,
      cacheWrite5mTokens: spent.cacheWrite5mTokens,
      cacheWrite1hTokens: spent.cacheWrite1hTokens,
      outputTokens: spent.outputTokens,
      reasoningTokens: spent.reasoningTokens,
      dedupeKey: this.chain.digest,
      sessionId: null,
      occurredAt: when.time,
      granularity: 'moment',
      path: this.path,
      provider: this.provider,
      model: this.model,
      eventType: 'chat',
      llmMode: llmModeOf(this.provider),
      position: line,
      isOutputFinal: true,
      precedence: -when.time,
    });
  }
}
