import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const columns = [
  'id',
  'model',
  'billing_provider',
  'cwd',
  'git_repo_root',
  'started_at',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'actual_cost_usd',
  'estimated_cost_usd',
];

/** Input excludes cache tokens, output includes reasoning. A compacted session continues in a new one. */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  for (const row of database.rows('sessions', columns)) {
    position += 1;
    const provider = asText(row.billing_provider);
    const sessionId = asText(row.id);
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: row.input_tokens,
          output: row.output_tokens,
          cacheRead: row.cache_read_tokens,
          cacheWrite: row.cache_write_tokens,
          reasoning: row.reasoning_tokens,
        },
        holdsCache: false,
        when: readMoment(row.started_at, now),
        dedupeKey: keyOf('hermes', sessionId ?? Number(row.started_at)),
        sessionId,
        path: asText(row.cwd) ?? asText(row.git_repo_root),
        provider,
        model: asText(row.model),
        llmMode: llmModeOf(provider),
        countQuality: 'session-total',
        // What was billed, if the provider says so, else Hermes' estimate from prices. A subscription is recorded as 0.
        cost: Number(row.actual_cost_usd) > 0 ? row.actual_cost_usd : row.estimated_cost_usd,
      },
    );
  }
};
