import type { TokenCounters } from '../../model/tokens';
import { reportCall } from '../reading/agent-call';
import { asText, isProblem } from '../reading/json-fields';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';
import { added, keyOfModel, readUsage } from './sums';

const columns = [
  'session_id',
  'created_at',
  'model',
  'copilot_usage_model',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
];

/**
 * One row per call. The events of a session contain the same calls as sums, so these rows are added up in the same
 * way: a session that was read from both counts once.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const folders = new Map<unknown, string>();
  for (const { id, cwd, created_at: created } of database.rows('sessions', ['id', 'cwd', 'created_at'])) {
    const [sessionId, folder] = [asText(id), asText(cwd)];
    if (sessionId === null || folder === null) continue;
    folders.set(id, folder);
    const when = readMoment(created, now);
    if (!isProblem(when)) sink.session({ sessionId, beganAt: when.time, beganIn: folder });
  }
  const models = new Map<
    string,
    { sums: TokenCounters[]; time: number; session: string; model: string | null }
  >();
  let position = 0;
  for (const row of database.rows('assistant_usage_events', columns)) {
    position += 1;
    const session = asText(row.session_id);
    const counters = readUsage({
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      cacheReadTokens: row.cache_read_tokens,
      cacheWriteTokens: row.cache_write_tokens,
      reasoningTokens: row.reasoning_tokens,
    });
    const when = readMoment(row.created_at, now);
    if (session === null) sink.problem('The record has no id.', position);
    else if (isProblem(counters)) sink.problem(counters.problem, position);
    else if (isProblem(when)) sink.problem(when.problem, position);
    else {
      const model = asText(row.model) ?? asText(row.copilot_usage_model);
      const key = keyOfModel(session, model);
      const known = models.get(key) ?? { sums: [], time: 0, session, model };
      known.sums.push(counters);
      models.set(key, { ...known, time: Math.max(known.time, when.time) });
    }
  }
  for (const [dedupeKey, { sums, time, session, model }] of models)
    reportCall(sink, {
      ...added(sums),
      dedupeKey,
      sessionId: session,
      occurredAt: time,
      path: folders.get(session) ?? null,
      model,
      position,
      countQuality: 'session-total',
    });
};
