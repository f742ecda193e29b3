/**
 * @learnedFrom the schema of the extension’s store
 * @identifiedBy span
 * @counts input includes the cache, unless the cache is larger
 */
import { keyOf } from '../reading/call';
import { asName, asText } from '../reading/json-fields';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const columns = [
  'span_id',
  'start_time_ms',
  'operation_name',
  'provider_name',
  'conversation_id',
  'chat_session_id',
  'request_model',
  'response_model',
  'input_tokens',
  'output_tokens',
  'cached_tokens',
  'reasoning_tokens',
];
/** Spans of agents repeat the counts of the calls inside them. */
const calls = new Set<unknown>(['chat', 'embeddings']);
const writes = 'gen_ai.usage.cache_creation.input_tokens';

/** Input includes cache tokens, output includes reasoning. Only the attributes of a span contain cache writes. */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const written = new Map<unknown, number>();
  for (const { span_id: id, key, value } of database.rows('span_attributes', ['span_id', 'key', 'value'])) {
    const count = key === writes ? String(asName(value) ?? '') : '';
    if (/^\d+$/.test(count)) written.set(id, Number(count));
  }
  let position = 0;
  for (const row of database.rows('spans', columns)) {
    position += 1;
    if (!calls.has(row.operation_name)) continue;
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: row.input_tokens,
          output: row.output_tokens,
          cacheRead: row.cached_tokens,
          cacheWrite: written.get(row.span_id),
          reasoning: row.reasoning_tokens,
        },
        holdsCache: 'unless larger',
        when: readMoment(row.start_time_ms, now),
        dedupeKey: keyOf('copilot-traces', asText(row.span_id) ?? Number(row.start_time_ms)),
        sessionId: asText(row.conversation_id) ?? asText(row.chat_session_id),
        provider: asText(row.provider_name),
        model: asText(row.response_model) ?? asText(row.request_model),
        eventType: row.operation_name === 'embeddings' ? 'embedding' : 'chat',
      },
    );
  }
};
