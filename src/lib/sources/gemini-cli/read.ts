/**
 * @learnedFrom a real session, and the tool’s recorder of chats
 * @identifiedBy the message’s UUID, otherwise with its session
 * @counts input includes cached; thoughts are on top of output; tool tokens as the record’s total shows
 * @differs a tracker adds the cached tokens to the input again
 */
import type { Problem } from '../../model/problem';
import { noTokens, type TokenCounters } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import {
  asArray,
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import type { ReadFile, SourceContext, SourceSink } from '../source';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';

const id = 'gemini-cli';

export const read: ReadFile = async (chunks, sink, context) => {
  const reader = new GeminiReader(sink, context);
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (record, line) => reader.record(record, line));
  } finally {
    reader.finish();
  }
};

const counterKeys = ['input', 'output', 'cached', 'thoughts', 'tool', 'total'] as const;

class GeminiReader {
  /** The latest record of every message. */
  private readonly messages = new Map<string, { message: JsonObject; position: number }>();
  private sessionId: string | null = null;
  private folder: string | null;
  private position = 0;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, { now, path }: SourceContext) {
    this.sink = sink;
    this.now = now;
    this.folder = folderIn(path ?? '');
  }

  record(record: JsonObject, line: number): void {
    this.sessionId = asText(record.sessionId) ?? this.sessionId;
    this.folder = asText(record.projectHash) ?? this.folder;
    const changes = asObject(record.$set);
    const messages = [...asArray(record.messages), ...asArray(changes?.messages)];
    if (record.type === 'gemini') this.message(record, line);
    // The parser reports the document's first line for all messages, so use their number instead.
    for (const message of messages) {
      this.position += 1;
      const fields = asObject(message);
      if (fields?.type === 'gemini') this.message(fields, this.position);
    }
  }

  finish(): void {
    for (const [key, { message, position }] of this.messages) this.addEvent(key, message, position);
  }

  private message(message: JsonObject, position: number): void {
    if (message.tokens === undefined || message.tokens === null) return;
    const key = asText(message.id) ?? `at ${asText(message.timestamp) ?? position}`;
    this.messages.set(key, { message, position });
  }

  private addEvent(key: string, message: JsonObject, position: number): void {
    const when = readTime(message.timestamp, this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, position);
      return;
    }
    const counters = readTokens(message.tokens, (problem) => this.sink.problem(problem, position));
    if (isProblem(counters)) {
      this.sink.problem(counters.problem, position);
      return;
    }
    const model = asText(message.model);
    const event: SourceUsageEvent = {
      ...counters,
      dedupeKey: `${id}:${isUnique(key) ? key : `${this.sessionId ?? ''}:${key}`}`,
      sessionId: this.sessionId,
      occurredAt: when.time,
      granularity: 'moment',
      path: this.folder,
      provider: model?.startsWith('gemini-') === true ? 'google' : null,
      model,
      eventType: 'chat',
      llmMode: 'cloud',
      position,
      isOutputFinal: true,
    };
    if (counters.inputTokens + counters.cacheReadTokens + counters.outputTokens > 0) this.sink.event(event);
  }
}

/** Input includes cached tokens. Output excludes thoughts, and tool tokens unless the total says otherwise. */
function readTokens(value: unknown, note: (problem: Problem) => void): TokenCounters | FieldProblem {
  const tokens = asObject(value);
  if (tokens === null) return { problem: { code: 'not-an-object', field: 'tokens' } };
  const counts = readCounters(tokens, counterKeys);
  if (isProblem(counts)) return counts;
  const { input, output, cached, thoughts, tool, total } = counts;
  if (cached > input) return { problem: 'cache-over-input' };

  const withoutTool = input + output + thoughts;
  const isToolInside = total === withoutTool && tool > 0;
  if (total !== 0 && !isToolInside && total !== withoutTool + tool) {
    note('record-total-differs');
  }
  return {
    ...noTokens,
    inputTokens: input - cached,
    cacheReadTokens: cached,
    outputTokens: output + thoughts + (isToolInside ? 0 : tool),
    reasoningTokens: thoughts,
  };
}

/** Gemini CLI's ids are UUIDs, which are unique across all sessions. */
function isUnique(key: string): boolean {
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(key);
}

/** `…/tmp/<hash or name of the project>/chats/session-….json` */
function folderIn(path: string): string | null {
  return asText(/(?:^|\/)([^/]+)\/chats\/[^/]+$/.exec(path.replaceAll('\\', '/'))?.[1]);
}
