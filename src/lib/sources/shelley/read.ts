/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy message
 * @counts input excludes the cache; rows of errors count
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

/**
 * The names are those of Anthropic's API, whose counts are disjoint. Messages that report an error have usage, too.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const conversations = new Map(
    [...database.rows('conversations', ['conversation_id', 'cwd', 'model'])].map((row) => [
      row.conversation_id,
      row,
    ]),
  );
  let position = 0;
  for (const row of database.rows('messages', [
    'message_id',
    'conversation_id',
    'usage_data',
    'created_at',
  ])) {
    position += 1;
    const usage = parseJson(row.usage_data);
    if (usage === null) continue;
    const conversation = conversations.get(row.conversation_id);
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: usage.input_tokens,
          output: usage.output_tokens,
          cacheRead: usage.cache_read_input_tokens,
          cacheWrite: usage.cache_creation_input_tokens,
        },
        holdsCache: false,
        when: readMoment(row.created_at, now),
        dedupeKey: keyOf('shelley', asText(row.message_id) ?? position),
        sessionId: asText(row.conversation_id),
        path: asText(conversation?.cwd),
        cost: usage.cost_usd,
        model: asText(usage.model) ?? asText(conversation?.model),
      },
    );
  }
};
