/**
 * @learnedFrom a real session; the database by other trackers’ readers
 * @identifiedBy session and model for the sums of a session; the row for a call of the database, which replaces the
 *   sums
 * @counts input includes cache reads and writes; reasoning is inside output
 * @unconfirmed calls from before the database existed, if their session continued in it
 * @differs a tracker omits cached tokens from one sum and reasoning from another
 */
import { counterNames, type TokenCounters } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import { finderOf } from '../reading/find-bytes';
import { asName, asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import type { ReadFile, SourceSink } from '../source';
import { readTime } from '../reading/time';
import { added, keyOfModel, readUsage } from './sums';

export { readDatabase } from './database';

/**
 * Copilot CLI's events. Only `session.shutdown` has tokens, as sums per model since the session began. So each model
 * of a session is one event, at the time of the last shutdown. A later sum replaces an earlier one. If it is smaller,
 * it restarted after a compaction, and both count.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const reader = new CopilotReader(sink, now);
  try {
    await readJsonLines(chunks, sink, reader);
  } finally {
    reader.finish();
  }
};

const findSession = finderOf('"session.');
const findMessage = finderOf('"assistant.message"');
class CopilotReader implements JsonLineHandler {
  /** The sums of each model under the event's key, one for each restart. */
  private readonly runs = new Map<string, { sums: TokenCounters[]; last: SourceUsageEvent }>();
  /** Each shutdown with its time, because a file may contain its lines twice. */
  private readonly shutdowns = new Set<string>();
  private sessionId: string | null = null;
  private path: string | null = null;
  private began: { beganAt: number; beganIn: string } | null = null;
  /** A response after the last shutdown: its tokens haven't been written yet. */
  private lineOfUncounted: number | null = null;
  private lineNumber = 0;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  wants(bytes: Uint8Array, start: number, end: number): boolean {
    return findSession(bytes, start, end) !== -1 || findMessage(bytes, start, end) !== -1;
  }

  record(record: JsonObject, line: number): void {
    this.lineNumber = line;
    const data = asObject(record.data);
    if (data === null) return;
    const { type } = record;
    if (type === 'session.start' || type === 'session.resume') this.noteSession(data, record.timestamp);
    else if (type === 'assistant.message') this.lineOfUncounted ??= line;
    else if (type === 'session.shutdown') this.noteShutdown(data, record.timestamp);
  }

  finish(): void {
    if (this.sessionId !== null && this.began !== null) {
      this.sink.session({ sessionId: this.sessionId, ...this.began });
    }
    for (const { sums, last } of this.runs.values()) this.sink.event({ ...last, ...added(sums) });
    if (this.lineOfUncounted !== null) {
      this.sink.problem('responses-after-session-end', this.lineOfUncounted);
    }
  }

  private noteSession(data: JsonObject, timestamp: unknown): void {
    this.sessionId ??= asText(data.sessionId);
    const folder = asText(asObject(data.context)?.cwd);
    if (folder === null) return;
    this.path = folder;
    const when = readTime(timestamp ?? data.startTime, this.now);
    if (!isProblem(when)) this.began ??= { beganAt: when.time, beganIn: folder };
  }

  private noteShutdown(data: JsonObject, timestamp: unknown): void {
    const metrics = asObject(data.modelMetrics);
    if (metrics === null) return;
    this.lineOfUncounted = null;
    const shutdown = [asName(timestamp), ...Object.keys(metrics)].join();
    if (this.shutdowns.has(shutdown)) return;
    this.shutdowns.add(shutdown);
    const when = readTime(timestamp, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, this.lineNumber);
      return;
    }
    const startTime = data.sessionStartTime;
    const session = this.sessionId ?? `at ${typeof startTime === 'number' ? startTime : when.time}`;
    for (const [model, metric] of Object.entries(metrics)) {
      const counters = readUsage(asObject(metric)?.usage);
      if (isProblem(counters)) {
        this.sink.problem(counters.problem, this.lineNumber);
        continue;
      }
      if (
        counters.inputTokens +
          counters.cacheReadTokens +
          counters.cacheWrite5mTokens +
          counters.outputTokens ===
        0
      )
        continue;
      this.note({
        ...counters,
        dedupeKey: keyOfModel(session, asText(model)),
        sessionId: this.sessionId,
        occurredAt: when.time,
        granularity: 'moment',
        path: this.path,
        // GitHub serves the models of several vendors under its own names.
        provider: null,
        model: asText(model),
        eventType: 'chat',
        llmMode: 'cloud',
        position: this.lineNumber,
        isOutputFinal: true,
        countQuality: 'session-total',
      });
    }
  }

  private note(event: SourceUsageEvent): void {
    const { sums } = this.runs.get(event.dedupeKey) ?? { sums: [] };
    const before = sums.at(-1);
    const isGrown = before !== undefined && counterNames.every((name) => event[name] >= before[name]);
    const sum = Object.fromEntries(
      counterNames.map((name) => [name, event[name]]),
    ) as unknown as TokenCounters;
    this.runs.set(event.dedupeKey, { sums: [...(isGrown ? sums.slice(0, -1) : sums), sum], last: event });
  }
}
