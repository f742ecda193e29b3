/**
 * @learnedFrom two synthetic sessions, and the tool’s source; the store since version 2.25 by other trackers’ readers
 * @identifiedBy session
 * @counts the sum of a session; prompt includes the cache; the counts of newer messages are part of the sum
 * @unconfirmed older versions don’t record the cache. The store since version 2.25 names the model in another file
 *   than the counts, so such sessions have none
 * @differs a tracker spreads a session’s sum over its turns
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    // A message's counts, in newer versions, are part of the session's.
    if (record.role !== undefined) return;
    if (asText(record.session_id) === null) sink.problem('no-id', line);
    else if (record.snapshot === undefined) readSession(record, { line, now }, sink);
    else readSnapshot(record, { line, now }, sink);
  });
};

interface Place {
  line: number;
  now: number;
}

/** A session's totals, dated at its end. A resumed session continues in the same document. */
function readSession(session: JsonObject, { line, now }: Place, sink: SourceSink): void {
  const sessionId = asText(session.session_id);
  const path = asText(asObject(session.environment)?.working_directory);
  const began = readToolTime(session.start_time, now);
  if (sessionId !== null && path !== null && !isProblem(began))
    sink.session({ sessionId, beganAt: began.time, beganIn: path });
  const stats = asObject(session.stats);
  if (stats === null) return;
  reportUsage(
    sink,
    { position: line },
    {
      counts: {
        input: stats.session_prompt_tokens,
        output: stats.session_completion_tokens,
        // Missing in older versions, whose prompts include the cache as well.
        cacheRead: stats.session_cached_tokens,
      },
      holdsCache: true,
      when: readToolTime(session.end_time ?? session.start_time, now),
      dedupeKey: keyOf('mistral-vibe', sessionId),
      sessionId,
      path,
      provider: 'mistral',
      model: asText(session.model) ?? asText(asObject(session.config)?.active_model),
      cost: stats.session_cost,
      countQuality: 'session-total',
    },
  );
}

/**
 * A snapshot of the store since version 2.25 (`projection-state.json`), with the session's totals up to it; the
 * largest counts. Its folder is in the document next to it, its model is in a third.
 */
function readSnapshot(record: JsonObject, { line, now }: Place, sink: SourceSink): void {
  const sessionId = asText(record.session_id);
  const session = asObject(asObject(record.snapshot)?.session);
  const usage = asObject(session?.tokenUsage);
  if (session === null || usage === null) return;
  reportUsage(
    sink,
    { position: line },
    {
      counts: { input: usage.inputTokens, output: usage.outputTokens, cacheRead: usage.cachedInputTokens },
      holdsCache: true,
      when: readToolTime(session.updatedAt ?? session.createdAt, now),
      dedupeKey: keyOf('mistral-vibe', sessionId),
      sessionId,
      provider: 'mistral',
      countQuality: 'session-total',
    },
  );
}
