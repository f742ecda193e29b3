/**
 * @learnedFrom a synthetic task, and the source of Cline and Roo Code; no real task
 * @identifiedBy the task’s first time, the type of entry and its time
 * @counts requests, and the sums of deleted requests and of subagents; the calls by which Roo Code condenses a task are
 *   a cost without tokens; calls that newer versions of Cline copied from a session count there. Cline: input excludes
 *   the cache. Roo Code: includes it since 2025-10-31, before that for OpenAI’s protocol; more cache than input shows
 *   that a task excludes it
 * @unconfirmed when each fork of Roo Code took over its change
 * @differs other trackers take all as excluding, and count Roo Code’s cache twice
 */
import { nanoUsdOf, readToolTime, reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

/**
 * Message types with counts: a request, the sum of requests that were removed from the task, and that of a subagent.
 */
const counted = new Set<unknown>(['api_req_started', 'deleted_api_reqs', 'subagent_usage']);

/** Roo Code's input includes cache tokens since this release, for every provider. */
const cacheInsideSince = Date.UTC(2025, 9, 31);

export const read: ReadFile = async (chunks, sink, { now }) => {
  const task = new TaskReader(sink, now);
  let position = 0;
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (record) => {
      position += 1;
      task.record(record, position);
    });
  } finally {
    task.finish();
  }
};

interface Request {
  say: string;
  time: number;
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
  cost: number | null;
  protocol: string | null;
  provider: string | null;
  model: string | null;
  position: number;
}

class TaskReader {
  private readonly requests: Request[] = [];
  private readonly condensings: { time: number; cost: number; position: number }[] = [];
  private began: number | null = null;
  private path: string | null = null;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  record(record: JsonObject, position: number): void {
    if (this.began === null && typeof record.ts === 'number') this.began = record.ts;
    const say = asText(record.say);
    if (say === 'condense_context') this.noteCondensing(record, position);
    if (record.type !== 'say' || say === null || !counted.has(say)) return;
    const usage = parseText(record.text);
    if (usage === null) {
      this.sink.problem('usage-not-an-object', position);
      return;
    }
    if (isCopied(record, usage)) {
      this.sink.problem('cline-copied-calls', position);
      return;
    }
    this.path ??= folderIn(usage.request);
    const counts = readCounters(usage, ['tokensIn', 'tokensOut', 'cacheWrites', 'cacheReads']);
    const when = readToolTime(record.ts, this.now);
    if (isProblem(counts)) {
      this.sink.problem(counts.problem, position);
      return;
    }
    if (isProblem(when)) {
      this.sink.problem(when.problem, position);
      return;
    }
    const model = asObject(record.modelInfo);
    this.requests.push({
      say,
      time: when.time,
      input: counts.tokensIn,
      cacheRead: counts.cacheReads,
      cacheWrite: counts.cacheWrites,
      output: counts.tokensOut,
      cost: nanoUsdOf(usage.cost),
      protocol: asText(usage.apiProtocol),
      provider: asText(model?.providerId),
      model: asText(model?.modelId),
      position,
    });
  }

  /** Roo Code condenses a task by a call of which it records only the cost. */
  private noteCondensing({ ts, contextCondense }: JsonObject, position: number): void {
    const cost = nanoUsdOf(asObject(contextCondense)?.cost);
    const when = readToolTime(ts, this.now);
    if (cost === null) return;
    if (isProblem(when)) this.sink.problem(when.problem, position);
    else this.condensings.push({ time: when.time, cost, position });
  }

  /** Runs at the end, because one request may prove how all are read, and only some name the working directory. */
  finish(): void {
    const provenBefore = this.hasProof((time) => time < cacheInsideSince);
    const provenSince = this.hasProof((time) => time >= cacheInsideSince);
    // A task may be in several folders and backups. The time of its first message identifies it where the path is
    // unknown.
    const task = this.began ?? 0;
    const sessionId = this.began === null ? null : String(this.began);
    // Removed requests were made between the one before their sum and the sum.
    let before = 1;
    for (const request of this.requests) {
      const { time, input, cacheRead, cacheWrite } = request;
      const isSince = time >= cacheInsideSince;
      const isInside =
        !(isSince ? provenSince : provenBefore) &&
        request.protocol !== null &&
        (isSince || request.protocol === 'openai');
      reportCall(this.sink, {
        inputTokens: isInside ? input - cacheRead - cacheWrite : input,
        cacheReadTokens: cacheRead,
        cacheWrite5mTokens: cacheWrite,
        outputTokens: request.output,
        dedupeKey: keyOf('cline', task, request.say, time),
        sessionId,
        occurredAt: time,
        path: this.path,
        provider: request.provider,
        model: request.model,
        position: request.position,
        recordedCostNanoUsd: request.cost,
        ...(request.say === 'api_req_started' ? {} : { countQuality: 'session-total' }),
        ...(request.say === 'deleted_api_reqs' ? { precedence: before } : {}),
      });
      before = Math.max(before, time);
    }
    for (const { time, cost, position } of this.condensings) {
      reportCall(this.sink, {
        dedupeKey: keyOf('cline', task, 'condense_context', time),
        sessionId,
        occurredAt: time,
        path: this.path,
        position,
        recordedCostNanoUsd: cost,
        countQuality: 'cost-only',
      });
    }
    if (sessionId !== null && this.path !== null) {
      const when = readToolTime(this.began, this.now);
      if (!isProblem(when)) this.sink.session({ sessionId, beganAt: when.time, beganIn: this.path });
    }
  }

  /**
   * If there are more cache tokens than input, the input can't include them. Only the extensions derived from Cline
   * name a protocol.
   */
  private hasProof(isIn: (time: number) => boolean): boolean {
    return this.requests.some(
      ({ time, input, cacheRead, cacheWrite }) => isIn(time) && cacheRead + cacheWrite > input,
    );
  }
}

/**
 * Newer versions of Cline continue a task in a session like those of its command line. They also add its calls to the
 * task's own file, in case the user goes back to an older version, and give all of them new times after each call. Only
 * such copies say that they are complete, and name neither a request nor a protocol.
 */
function isCopied({ partial }: JsonObject, { request, apiProtocol }: JsonObject): boolean {
  return partial === false && request === undefined && apiProtocol === undefined;
}

function parseText(text: unknown): JsonObject | null {
  if (typeof text !== 'string') return null;
  try {
    return asObject(JSON.parse(text));
  } catch {
    // The caller reports a problem without the content.
    return null;
  }
}

/** The folder that a request tells the model; nothing else of the request is looked at. */
function folderIn(request: unknown): string | null {
  if (typeof request !== 'string') return null;
  return asText(/Current (?:Working|Workspace) Directory \(([^)\n]+)\)/.exec(request)?.[1]);
}
