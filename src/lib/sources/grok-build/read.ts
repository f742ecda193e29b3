/**
 * @learnedFrom a session without usage, and the tool’s documentation
 * @identifiedBy prompt and model; the last record counts
 * @counts input includes the cache; reasoning is inside output
 * @unconfirmed older sessions record only how full the context is, which isn’t counted
 * @differs two trackers turn that gauge into 102,345 and 12,345 tokens
 */
import type { Problem } from '../../model/problem';
import type { SourceUsageEvent } from '../../model/usage-event';
import { readToolTime } from '../reading/agent-call';
import { cacheOverInput, callOf, keyOf, reasoningOverOutput, splitInput } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import type { ReadFile, SourceContext, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, context) => {
  const reader = new GrokReader(sink, context);
  try {
    await readJsonLines(chunks, sink, reader);
  } finally {
    reader.finish();
  }
};

const findTurn = finderOf('"turn_completed"');
const noUsage = 'session-without-usage';

class GrokReader implements JsonLineHandler {
  /** A turn is written again as it grows, so its last line counts. */
  private readonly turns = new Map<string, readonly SourceUsageEvent[]>();
  private readonly path: string | null;
  private readonly sessionId: string | null;
  private hasLines = false;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, { now, path = '' }: SourceContext) {
    this.sink = sink;
    this.now = now;
    // The session's folder is inside a folder that is named after the project's path, URL-encoded.
    const parts = /(?:^|\/)sessions\/([^/]+)\/([^/]+)\/[^/]+$/.exec(path.replaceAll('\\', '/'));
    this.path = decoded(parts?.[1]);
    this.sessionId = asText(parts?.[2]);
  }

  wants(bytes: Uint8Array, start: number, end: number): boolean {
    this.hasLines = true;
    return findTurn(bytes, start, end) !== -1;
  }

  record(record: JsonObject, line: number): void {
    const update = asObject(asObject(record.params)?.update);
    if (update?.sessionUpdate !== 'turn_completed') return;
    const usage = asObject(update.usage);
    if (usage === null) return;
    const { timestamp } = record;
    const time = typeof timestamp === 'number' && timestamp < 1e11 ? timestamp * 1000 : timestamp;
    const when = readToolTime(time, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, line);
      return;
    }
    const prompt = asText(update.prompt_id) ?? `at ${when.time}`;
    const models = Object.entries(asObject(usage.modelUsage) ?? {});
    const parts: [string | null, unknown][] = models.length > 0 ? models : [[null, usage]];
    const events = parts.map(([model, part]) =>
      this.eventOf(asObject(part) ?? {}, { model, prompt, time: when.time, line }),
    );
    this.turns.set(
      prompt,
      events.filter((event) => event !== null),
    );
  }

  finish(): void {
    for (const events of this.turns.values()) for (const event of events) this.sink.event(event);
    // Older versions only write how full the context is, which isn't usage.
    if (this.hasLines && this.turns.size === 0) this.sink.problem(noUsage);
  }

  /** Input includes cache tokens, output includes reasoning. */
  private eventOf(
    usage: JsonObject,
    { model, prompt, time, line }: { model: string | null; prompt: string; time: number; line: number },
  ): SourceUsageEvent | null {
    const counts = readCounters(usage, [
      'inputTokens',
      'outputTokens',
      'cachedReadTokens',
      'cacheCreationTokens',
      'reasoningTokens',
    ]);
    if (isProblem(counts)) return this.refuse(counts.problem, line);
    const input = splitInput(counts.inputTokens, counts.cachedReadTokens, counts.cacheCreationTokens);
    if (input === null) return this.refuse(cacheOverInput, line);
    if (counts.reasoningTokens > counts.outputTokens) return this.refuse(reasoningOverOutput, line);
    return callOf({
      ...input,
      outputTokens: counts.outputTokens,
      reasoningTokens: counts.reasoningTokens,
      dedupeKey: keyOf('grok-build', prompt, model),
      sessionId: this.sessionId,
      occurredAt: time,
      path: this.path,
      provider: 'xai',
      model: asText(model),
      position: line,
    });
  }

  private refuse(problem: Problem, line: number): null {
    this.sink.problem(problem, line);
    return null;
  }
}

function decoded(folder: string | undefined): string | null {
  try {
    return asText(decodeURIComponent(folder ?? ''));
  } catch {
    // Not URL-encoded, so not a folder that Grok created.
    return null;
  }
}
