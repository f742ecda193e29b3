/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy conversation and model
 * @counts a total without its split: it counts as input and has no computed price
 */
import { keyOf } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters } from '../reading/json-fields';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

/** The first exchange of a conversation has its time and folder. */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const began = new Map<unknown, { start_ts: unknown; working_directory: unknown }>();
  for (const row of database.rows('ai_queries', ['conversation_id', 'start_ts', 'working_directory'])) {
    if (!began.has(row.conversation_id))
      began.set(row.conversation_id, { start_ts: row.start_ts, working_directory: row.working_directory });
  }
  let position = 0;
  const columns = ['conversation_id', 'conversation_data', 'last_modified_at'];
  for (const row of database.rows('agent_conversations', columns)) {
    const data = parseJson(row.conversation_data);
    const metadata = asObject(data?.conversation_usage_metadata) ?? data;
    const conversation = asText(row.conversation_id);
    const first = began.get(row.conversation_id);
    for (const entry of asArray(metadata?.token_usage)) {
      position += 1;
      const usage = asObject(entry) ?? {};
      // Whose key paid for the call: Warp's, the user's, or that of a server of the user's own.
      const counts = readCounters(usage, ['warp_tokens', 'byok_tokens', 'custom_endpoint_tokens']);
      if (isProblem(counts)) {
        sink.problem(counts.problem, position);
        continue;
      }
      reportUsage(
        sink,
        { position },
        {
          counts: { input: counts.warp_tokens + counts.byok_tokens + counts.custom_endpoint_tokens },
          holdsCache: false,
          when: readMoment(first?.start_ts ?? row.last_modified_at, now),
          dedupeKey: keyOf('warp', conversation, asText(usage.model_id)),
          sessionId: conversation,
          path: asText(first?.working_directory),
          model: asText(usage.model_id),
          countQuality: 'total-only',
        },
      );
    }
  }
};
