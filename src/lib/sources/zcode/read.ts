/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy session and row
 * @counts input includes the cache
 * @differs some estimate from the log, whose counts are redacted
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const columns = [
  'id',
  'session_id',
  'provider_id',
  'model_id',
  'started_at',
  'input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
];

/** Input includes cache tokens, output includes reasoning. A failed call has zeros. */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const folders = new Map(
    [...database.rows('session', ['id', 'directory'])].map(({ id, directory }) => [id, asText(directory)]),
  );
  let position = 0;
  for (const row of database.rows('model_usage', columns)) {
    position += 1;
    const sessionId = asText(row.session_id);
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: row.input_tokens,
          output: row.output_tokens,
          reasoning: row.reasoning_tokens,
          cacheRead: row.cache_read_input_tokens,
          cacheWrite: row.cache_creation_input_tokens,
        },
        holdsCache: true,
        when: readMoment(row.started_at, now),
        dedupeKey: keyOf('zcode', sessionId, asText(row.id) ?? Number(row.started_at)),
        sessionId,
        path: folders.get(row.session_id) ?? null,
        provider: asText(row.provider_id),
        model: asText(row.model_id),
      },
    );
  }
};
