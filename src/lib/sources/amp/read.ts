/**
 * @learnedFrom a synthetic thread, and other trackers’ readers
 * @identifiedBy thread and place in its ledger; without a ledger, thread and message
 * @counts input excludes the cache; messages repeat the ledger’s calls, and count only without a ledger
 * @unconfirmed threads of newer versions are kept on Amp’s server
 * @differs a tracker shows credits as dollars
 */
import { readToolTime, reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import {
  asArray,
  asName,
  asObject,
  asText,
  isProblem,
  readCounters,
  type JsonObject,
} from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record) => readThread(record, now, sink));
};

function readThread(thread: JsonObject, now: number, sink: SourceSink): void {
  const sessionId = asText(thread.id);
  const path = folderOf(thread);
  const messages = new Map(
    asArray(thread.messages).map((entry) => {
      const message = asObject(entry);
      return [message?.messageId, asObject(message?.usage)] as const;
    }),
  );
  const ledger = asArray(asObject(thread.usageLedger)?.events);
  if (ledger.length === 0) readMessages(thread, { sessionId, path, now }, sink);
  for (const [index, entry] of ledger.entries()) {
    const event = asObject(entry);
    if (event === null) continue;
    const position = index + 1;
    const tokens = readTokens(event, messages.get(event.toMessageId) ?? null);
    const when = readToolTime(event.timestamp ?? thread.created, now);
    if (isProblem(tokens)) {
      sink.problem(tokens.problem, position);
      continue;
    }
    if (isProblem(when)) {
      sink.problem(when.problem, position);
      continue;
    }
    reportCall(sink, {
      inputTokens: tokens.input,
      cacheReadTokens: tokens.cacheReadInputTokens,
      cacheWrite5mTokens: tokens.cacheCreationInputTokens,
      outputTokens: tokens.output,
      // The ledger only grows, and its events have no ids.
      dedupeKey: keyOf('amp', sessionId, asText(event.id) ?? position),
      sessionId,
      occurredAt: when.time,
      path,
      model: asText(event.model),
      position,
    });
  }
}

/** A thread without a ledger: its answers have the same counts, mostly without a time. */
function readMessages(
  thread: JsonObject,
  { sessionId, path, now }: { sessionId: string | null; path: string | null; now: number },
  sink: SourceSink,
): void {
  for (const [index, entry] of asArray(thread.messages).entries()) {
    const message = asObject(entry);
    const usage = asObject(message?.usage);
    if (message === null || usage === null) continue;
    reportUsage(
      sink,
      { position: index + 1 },
      {
        counts: {
          input: usage.inputTokens,
          output: usage.outputTokens,
          cacheRead: usage.cacheReadInputTokens,
          cacheWrite: usage.cacheCreationInputTokens,
        },
        holdsCache: false,
        when: readToolTime(usage.timestamp ?? asObject(message.meta)?.sentAt ?? thread.created, now),
        dedupeKey: keyOf('amp', sessionId, 'message', asName(message.messageId) ?? index),
        sessionId,
        path,
        model: asText(usage.model),
      },
    );
  }
}

/**
 * Input excludes cache tokens. The answer's message repeats the call; only its cache counts are used, if the ledger
 * has none.
 */
function readTokens(event: JsonObject, message: JsonObject | null) {
  const keys = ['cacheReadInputTokens', 'cacheCreationInputTokens'] as const;
  const tokens = asObject(event.tokens) ?? {};
  const isAnswer = event.operationType !== 'title-generation' && message !== null;
  const cache = isAnswer && !keys.some((key) => key in tokens) ? readCounters(message, keys) : {};
  if (isProblem(cache)) return cache;
  return readCounters({ ...tokens, ...cache }, ['input', 'output', ...keys]);
}

/** A tree is a `file:` address. */
function folderOf(thread: JsonObject): string | null {
  const tree = asObject(asArray(asObject(asObject(thread.env)?.initial)?.trees)[0]);
  const uri = asText(tree?.uri);
  if (uri?.startsWith('file://') !== true) return asText(tree?.displayName);
  try {
    return asText(decodeURIComponent(uri.slice('file://'.length)));
  } catch {
    // It wasn't URL-encoded.
    return asText(tree?.displayName);
  }
}
