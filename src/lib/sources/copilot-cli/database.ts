import { totalTokensOf } from '../../model/tokens';
import { reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asName, asText, isProblem } from '../reading/json-fields';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';
import { keyOfModel, readUsage } from './sums';

const columns = [
  'id',
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
 * One row per call. The events of a session contain the same calls as one sum per model. So the last call of each
 * model has the key of that sum and takes precedence over it: a session that was read from both counts its calls, and
 * each once. The number of calls is the precedence, so that a later copy of the database replaces the last call of an
 * earlier one, which then gets its own key.
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
  const models = new Map<string, Call[]>();
  let position = 0;
  for (const row of database.rows('assistant_usage_events', columns)) {
    position += 1;
    const sessionId = asText(row.session_id);
    const counters = readUsage({
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      cacheReadTokens: row.cache_read_tokens,
      cacheWriteTokens: row.cache_write_tokens,
      reasoningTokens: row.reasoning_tokens,
    });
    const when = readMoment(row.created_at, now);
    if (sessionId === null) sink.problem('no-id', position);
    else if (isProblem(counters)) sink.problem(counters.problem, position);
    else if (isProblem(when)) sink.problem(when.problem, position);
    else if (totalTokensOf(counters) > 0) {
      const model = asText(row.model) ?? asText(row.copilot_usage_model);
      const key = keyOfModel(sessionId, model);
      const calls = models.get(key) ?? [];
      models.set(key, calls);
      calls.push({
        ...counters,
        dedupeKey: keyOf('copilot-cli', sessionId, 'call', asName(row.id) ?? when.time),
        sessionId,
        occurredAt: when.time,
        path: folders.get(row.session_id) ?? null,
        model,
        position,
      });
    }
  }
  for (const [dedupeKey, calls] of models) {
    for (const call of calls.slice(0, -1)) reportCall(sink, call);
    const last = calls.at(-1);
    if (last !== undefined) reportCall(sink, { ...last, dedupeKey, precedence: calls.length });
  }
};

type Call = Parameters<typeof reportCall>[1];
