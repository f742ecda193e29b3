/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy conversation, model and counts, and its number among such messages
 * @counts prompt includes cached tokens
 */
import { keyOf } from '../reading/call';
import { asArray, asObject, asText } from '../reading/json-fields';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

/**
 * A count is `{"actual": 12}`, or `{"approx": 12}` if Forge guessed it; a guess is ignored. Input includes cached
 * tokens. Messages have no ids, and compaction moves them, so a call is identified by its counts, and equal calls by
 * their number.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  for (const row of database.rows('conversations', ['conversation_id', 'context', 'created_at'])) {
    position += 1;
    const sessionId = asText(row.conversation_id);
    const seen = new Map<string, number>();
    for (const entry of asArray(parseJson(row.context)?.messages)) {
      const message = asObject(entry);
      const text = asObject(message?.text) ?? asObject(message?.message) ?? message;
      const usage = asObject(message?.usage) ?? asObject(text?.usage);
      if (usage === null) continue;
      const actual = (key: string): unknown => asObject(usage[key])?.actual;
      const model = asText(text?.model);
      const alike = ['prompt_tokens', 'completion_tokens', 'cached_tokens']
        .map((key) => String(actual(key)))
        .join('-');
      const number = (seen.get(alike) ?? 0) + 1;
      seen.set(alike, number);
      reportUsage(
        sink,
        { position },
        {
          counts: {
            input: actual('prompt_tokens'),
            output: actual('completion_tokens'),
            cacheRead: actual('cached_tokens'),
          },
          holdsCache: true,
          when: readMoment(row.created_at, now),
          dedupeKey: keyOf('forge', sessionId, alike, number),
          sessionId,
          model,
        },
      );
    }
  }
};
