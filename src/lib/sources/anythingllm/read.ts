/**
 * @learnedFrom its schema
 * @identifiedBy row and time
 * @counts prompt and completion; the cache isn’t separated
 */
import { foreignPath, keyOf } from '../reading/call';
import { asName, asObject, asText } from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const workspaces = new Map(
    [...database.rows('workspaces', ['id', 'name', 'chatProvider'])].map((row) => [row.id, row]),
  );
  let position = 0;
  for (const row of database.rows('workspace_chats', ['id', 'workspaceId', 'response', 'createdAt'])) {
    position += 1;
    const metrics = asObject(parseJson(row.response)?.metrics);
    if (metrics === null) continue;
    const workspace = workspaces.get(row.workspaceId);
    const provider = asText(metrics.provider) ?? asText(workspace?.chatProvider);
    reportUsage(
      sink,
      { position },
      {
        counts: { input: metrics.prompt_tokens, output: metrics.completion_tokens },
        holdsCache: false,
        when: readMoment(row.createdAt, now),
        // Row numbers restart with each installation.
        dedupeKey: keyOf('anythingllm', Number(row.id), asName(row.createdAt)),
        path: foreignPath('anythingllm', asText(workspace?.name)),
        provider,
        model: asText(metrics.model),
        llmMode: llmModeOf(provider),
      },
    );
  }
};
