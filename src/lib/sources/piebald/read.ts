/**
 * @learnedFrom the reader of the company that makes it
 * @identifiedBy time and number of the message
 * @counts OpenAI’s models: input includes the cache and output excludes reasoning; all others: input excludes the
 *   cache and output includes reasoning
 * @unconfirmed no real database was found
 * @differs a tracker reads all models in one of the two ways
 */
import { keyOf } from '../reading/call';
import { asName, asText } from '../reading/json-fields';
import { countsIn, reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const columns = [
  'id',
  'parent_chat_id',
  'model',
  'created_at',
  'input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
];

/** Models of OpenAI, also with a provider before the name. */
const ofOpenAi = /^(?:.*\/)?(?:gpt-|o\d)/;

/**
 * The counts are each provider's own. Piebald's own analyzer reads them so: for OpenAI's models, input includes the
 * cache and output excludes reasoning; for all others, input excludes the cache and output includes reasoning.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const projects = new Map(
    [...database.rows('projects', ['id', 'directory'])].map((row) => [row.id, asText(row.directory)]),
  );
  const chats = new Map(
    [...database.rows('chats', ['id', 'project_id', 'model', 'current_directory'])].map((row) => [
      row.id,
      row,
    ]),
  );
  let position = 0;
  for (const row of database.rows('messages', columns)) {
    position += 1;
    const chat = chats.get(row.parent_chat_id);
    const model = asText(row.model) ?? asText(chat?.model);
    const isOfOpenAi = model !== null && ofOpenAi.test(model);
    reportUsage(
      sink,
      { position },
      {
        counts: countsIn(row),
        holdsCache: isOfOpenAi && 'unless larger',
        isReasoningApart: isOfOpenAi,
        when: readMoment(row.created_at, now),
        // Row numbers restart with each installation.
        dedupeKey: keyOf('piebald', asText(row.created_at), asName(row.id)),
        path: projects.get(chat?.project_id) ?? asText(chat?.current_directory),
        model,
      },
    );
  }
};
