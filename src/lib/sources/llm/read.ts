/**
 * @learnedFrom the tool’s source and schema
 * @identifiedBy the response’s id, which both of its tables share
 * @counts input includes cached tokens, except with Anthropic’s details
 * @unconfirmed rows without counts never received any
 */
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const columns = [
  'id',
  'model',
  'resolved_model',
  'conversation_id',
  'datetime_utc',
  'input_tokens',
  'output_tokens',
  'token_details',
];

/**
 * Newer versions have the same rows, with the same ids, in a second table. A row without counts never received any.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  for (const table of ['responses', 'turns']) {
    for (const row of database.rows(table, columns)) {
      position += 1;
      const details = parseJson(row.token_details) ?? {};
      reportUsage(
        sink,
        { position },
        {
          counts: { input: row.input_tokens, output: row.output_tokens, ...detailsOf(details) },
          // Anthropic's details are separate from the input; all others are included in it.
          holdsCache: !('cache_read_input_tokens' in details || 'cache_creation_input_tokens' in details),
          when: readMoment(row.datetime_utc, now),
          dedupeKey: keyOf('llm', asText(row.id) ?? asText(row.datetime_utc)),
          sessionId: asText(row.conversation_id),
          model: asText(row.resolved_model) ?? asText(row.model),
        },
      );
    }
  }
};

/** The details are the provider's own, under its own names. */
function detailsOf(details: JsonObject): { cacheRead: unknown; cacheWrite: unknown; reasoning: unknown } {
  const input = asObject(details.prompt_tokens_details) ?? asObject(details.input_tokens_details);
  const output = asObject(details.completion_tokens_details) ?? asObject(details.output_tokens_details);
  return {
    cacheRead: details.cache_read_input_tokens ?? input?.cached_tokens ?? details.cachedContentTokenCount,
    cacheWrite: details.cache_creation_input_tokens,
    reasoning: output?.reasoning_tokens,
  };
}
