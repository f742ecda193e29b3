/**
 * @learnedFrom a synthetic session, plain and packed
 * @identifiedBy session, turn and step; the message’s usage wins over a chunk’s
 * @counts all counts are disjoint; reasoning is inside output; a step that was broken off counts
 * @differs a tracker drops the broken-off step
 */
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonLines, type JsonLineHandler } from '../reading/json-lines';
import { readToolTime } from '../reading/agent-call';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const reader = new DshReader();
  try {
    await readJsonLines(chunks, sink, reader);
  } finally {
    reader.finish(sink, now);
  }
};

interface Step {
  /** Copied with its lines when a session is forked, so it identifies the step in both. */
  beganAt: unknown;
  usage: JsonObject | null;
  isWhole: boolean;
  time: unknown;
  line: number;
  source: JsonObject | null;
}

/**
 * A step of a turn is a call. Its message has the usage; for an aborted step, only a part of its answer has it. The
 * counts are disjoint, except that output includes reasoning.
 */
class DshReader implements JsonLineHandler {
  private readonly steps = new Map<string, Step>();
  private session: JsonObject = {};
  private context: JsonObject | null = null;

  wants(): boolean {
    return true;
  }

  record(record: JsonObject, line: number): void {
    if (record.type === 'session') this.session = record;
    const data = asObject(record.data);
    if (record.type === 'request/context') this.context = data;
    if (typeof data?.turn !== 'number' || typeof data.step !== 'number') return;
    const name = `${data.turn} ${data.step}`;
    const known = this.steps.get(name);
    const step = known ?? {
      beganAt: record.time,
      usage: null,
      isWhole: false,
      time: record.time,
      line,
      source: this.context,
    };
    if (known === undefined) this.steps.set(name, step);
    const chunk = asObject(data.chunk);
    const isWhole = record.type === 'assistant/message';
    const usage = isWhole ? asObject(data.usage) : chunk?.type === 'usage' ? asObject(chunk.usage) : null;
    if (usage === null || (step.isWhole && !isWhole)) return;
    Object.assign(step, { usage, isWhole, time: record.time, line });
    step.source = asObject(asObject(data.message)?.source) ?? step.source;
  }

  finish(sink: SourceSink, now: number): void {
    const sessionId = asText(this.session.id);
    const path = asText(this.session.cwd);
    const began = readToolTime(this.session.createdAt, now);
    if (sessionId !== null && path !== null && 'time' in began)
      sink.session({ sessionId, beganAt: began.time, beganIn: path });
    for (const [name, { beganAt, usage, time, line, source }] of this.steps) {
      if (usage === null) continue;
      reportUsage(
        sink,
        { position: line },
        {
          counts: {
            input: usage.inputTokens,
            output: usage.outputTokens,
            reasoning: usage.reasoningTokens,
            cacheRead: usage.cacheReadTokens,
            cacheWrite: usage.cacheWriteTokens,
          },
          holdsCache: false,
          when: readToolTime(time, now),
          dedupeKey: keyOf('dsh', String(beganAt), name),
          sessionId,
          path,
          provider: asText(source?.provider),
          model: asText(source?.model),
        },
      );
    }
  }
}
