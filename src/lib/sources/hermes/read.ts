/**
 * @learnedFrom the tool’s source
 * @identifiedBy session; in newer versions also model, provider and task, of which the first has the session’s key
 * @counts the sums of a session; input excludes the cache; reasoning is inside output. Newer sums by model and task
 *   include calls that the session’s own sum leaves out, such as compactions
 * @differs trackers add reasoning on top, or leave out the other tasks’ calls
 */
import { keyOf } from '../reading/call';
import { asName, asText } from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { countsIn, reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

const sums = [
  'model',
  'billing_provider',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'actual_cost_usd',
  'estimated_cost_usd',
];
const sessionColumns = ['id', 'cwd', 'git_repo_root', 'started_at', ...sums];
/** What identifies a sum of a session. The task is empty for the conversation itself. */
const parts = ['model', 'billing_provider', 'billing_base_url', 'billing_mode', 'task'];
const modelColumns = ['session_id', 'first_seen', ...parts, ...sums.slice(2)];

type Row = Record<string, unknown>;

/**
 * Input excludes cache tokens, output includes reasoning. A compacted session continues in a new one.
 *
 * Newer versions also keep the sums of each model and task of a session. These include calls that the session's own sum
 * leaves out, such as those of a compaction, so they count instead. The first of them has the key of the session's
 * sum and replaces it.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const models = new Map<unknown, Row[]>();
  for (const row of database.rows('session_model_usage', modelColumns)) {
    const known = models.get(row.session_id) ?? [];
    models.set(row.session_id, known);
    known.push(row);
  }
  let position = 0;
  for (const session of database.rows('sessions', sessionColumns)) {
    const sessionId = asText(session.id);
    const dedupeKey = keyOf('hermes', sessionId ?? Number(session.started_at));
    const own = (models.get(session.id) ?? []).filter(hasCounts).sort(byBeginning);
    const rows = own.length > 0 ? own : [session];
    for (const [index, row] of rows.entries()) {
      position += 1;
      const provider = asText(row.billing_provider);
      reportUsage(
        sink,
        { position },
        {
          counts: countsIn(row),
          holdsCache: false,
          when: readMoment(row.first_seen ?? session.started_at, now),
          dedupeKey:
            index === 0 ? dedupeKey : keyOf('hermes', sessionId, ...parts.map((part) => asName(row[part]))),
          sessionId,
          path: asText(session.cwd) ?? asText(session.git_repo_root),
          provider,
          model: asText(row.model),
          llmMode: llmModeOf(provider),
          countQuality: 'session-total',
          ...(own.length > 0 && index === 0 && { precedence: 1 }),
          // What was billed, if the provider says so, else Hermes' estimate from prices. A subscription is recorded as 0.
          cost: Number(row.actual_cost_usd) > 0 ? row.actual_cost_usd : row.estimated_cost_usd,
        },
      );
    }
  }
};

const hasCounts = (row: Row): boolean => sums.slice(2, 7).some((column) => Number(row[column]) > 0);

/** An order that stays when a later copy of the database has more rows. */
function byBeginning(one: Row, other: Row): number {
  const byTime = Number(one.first_seen ?? 0) - Number(other.first_seen ?? 0);
  if (byTime !== 0) return byTime;
  const [name, otherName] = [one, other].map((row) => JSON.stringify(parts.map((part) => row[part])));
  return (name ?? '') < (otherName ?? '') ? -1 : 1;
}
