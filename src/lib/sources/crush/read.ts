/**
 * @learnedFrom real databases of Crush and of OpenCode’s predecessor in Go, and Crush’s source
 * @identifiedBy session
 * @counts cost only, because its token columns contain the last request
 * @differs one tracker shows 0 tokens, another the last request’s 143,098 as the sum
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadDatabase } from '../source';

/**
 * The two token columns describe only the last request: each request overwrites them. Only the cost accumulates, and
 * a session's cost includes that of its children. It is dated at the last change, so that a later copy of the
 * database counts instead of an earlier one.
 */
export const readDatabase: ReadDatabase = (database, sink, { now, path = '' }) => {
  const models = modelsOf(database.rows('messages', ['session_id', 'role', 'model']));
  const folder = projectOf(path);
  let position = 0;
  let isWithoutTokens = false;
  for (const row of database.rows('sessions', [
    'id',
    'parent_session_id',
    'cost',
    'created_at',
    'updated_at',
  ])) {
    position += 1;
    if (asText(row.parent_session_id) !== null) continue;
    const sessionId = asText(row.id);
    const own = models.get(row.id) ?? new Set();
    isWithoutTokens = true;
    reportUsage(
      sink,
      { position },
      {
        counts: {},
        holdsCache: false,
        when: readMoment(row.updated_at ?? row.created_at, now),
        dedupeKey: keyOf('crush', sessionId ?? position),
        sessionId,
        path: folder,
        // The cost of each of several models isn't recorded.
        model: own.size === 1 ? asText([...own][0]) : null,
        countQuality: 'cost-only',
        cost: row.cost,
      },
    );
  }
  if (isWithoutTokens) sink.problem(tokensMissing);
};

const tokensMissing = 'cost-without-tokens';

function modelsOf(rows: Iterable<Record<string, unknown>>): Map<unknown, Set<unknown>> {
  const models = new Map<unknown, Set<unknown>>();
  for (const { session_id: session, role, model } of rows) {
    if (role !== 'assistant' || asText(model) === null) continue;
    const known = models.get(session) ?? new Set();
    models.set(session, known.add(model));
  }
  return models;
}

/** The project is the folder that contains the tool's own folder: `engine/.crush/crush.db`. */
function projectOf(path: string): string | null {
  return asText(/^(.+)\/\.(?:crush|opencode)\/[^/]+$/.exec(path.replaceAll('\\', '/'))?.[1]);
}
