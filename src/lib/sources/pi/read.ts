/**
 * @learnedFrom a long real session of pi, and six real sessions of OpenClaw
 * @identifiedBy message id, time and counts over all files
 * @counts input excludes the cache, except where the record’s total shows that Google’s includes it; reasoning is
 *   inside output
 * @unconfirmed the cost that is recorded for Google charges cached tokens twice, and is ignored
 * @differs two trackers count Google’s cached tokens twice (+18 % on the real sessions); one leaves deleted and reset
 *   sessions out
 */
import { noTokens, type TokenCounters } from '../../model/tokens';
import { nanoUsdOf, readToolTime, reportCall } from '../reading/agent-call';
import { cacheOverInput, keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import {
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = (chunks, sink, { now }) => readJsonLines(chunks, sink, new PiReader(sink, now));

const findUsage = finderOf('"usage"');
const findFolder = finderOf('"cwd"');

class PiReader implements JsonLineHandler {
  private sessionId: string | null = null;
  private path: string | null = null;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  wants(bytes: Uint8Array, start: number, end: number): boolean {
    return findUsage(bytes, start, end) !== -1 || findFolder(bytes, start, end) !== -1;
  }

  record(record: JsonObject, line: number): void {
    if (record.type === 'session') this.noteSession(record);
    else if (record.type === 'message') this.noteMessage(record, asObject(record.message), line);
  }

  private noteSession(record: JsonObject): void {
    this.sessionId = asText(record.id);
    this.path = asText(record.cwd);
    const when = readToolTime(record.timestamp, this.now);
    if (this.sessionId !== null && this.path !== null && !isProblem(when))
      this.sink.session({ sessionId: this.sessionId, beganAt: when.time, beganIn: this.path });
  }

  private noteMessage(record: JsonObject, message: JsonObject | null, line: number): void {
    const usage = asObject(message?.usage);
    if (message?.role !== 'assistant' || usage === null) return;
    const provider = asText(message.provider);
    const counts = readUsage(usage, provider);
    if (isProblem(counts)) {
      this.sink.problem(counts.problem, line);
      return;
    }
    const when = readToolTime(record.timestamp, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, line);
      return;
    }
    const { counters, isCostRight } = counts;
    const { inputTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens } = counters;
    reportCall(this.sink, {
      ...counters,
      // Branches and checkpoints copy lines into other sessions, and the first version wrote no ids.
      dedupeKey: keyOf(
        'pi',
        asText(record.id) ?? '',
        when.time,
        inputTokens,
        cacheReadTokens,
        cacheWrite5mTokens,
        outputTokens,
      ),
      sessionId: this.sessionId,
      occurredAt: when.time,
      path: this.path,
      provider,
      model: asText(message.model),
      position: line,
      recordedCostNanoUsd: isCostRight ? nanoUsdOf(asObject(usage.cost)?.total) : null,
    });
  }
}

/**
 * Input excludes cache tokens and output includes reasoning. For Google's models, however, the input includes cache
 * reads, as the record's own total shows, and the recorded cost charges them twice.
 */
function readUsage(
  usage: JsonObject,
  provider: string | null,
): { counters: TokenCounters; isCostRight: boolean } | FieldProblem {
  const counts = readCounters(usage, ['input', 'output', 'cacheRead', 'cacheWrite', 'totalTokens']);
  if (isProblem(counts)) return counts;
  const { input, output, cacheRead, cacheWrite, totalTokens } = counts;
  const isCacheInside =
    cacheRead > 0 &&
    (totalTokens > 0 ? totalTokens === input + output : provider?.startsWith('google') === true);
  if (isCacheInside && cacheRead > input) return { problem: cacheOverInput };
  const counters = {
    ...noTokens,
    inputTokens: isCacheInside ? input - cacheRead : input,
    cacheReadTokens: cacheRead,
    cacheWrite5mTokens: cacheWrite,
    outputTokens: output,
  };
  return { counters, isCostRight: !isCacheInside };
}
