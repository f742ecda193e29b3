import { usedOf, type BudgetState } from '../../model/budget';
import { civilDate } from '../../model/civil-time';
import { monthOf } from '../../model/months';
import { getBudgetStates } from '../budgets/budgets';
import type { Connection, DatabaseContext } from '../context';
import { all } from '../sql/statements';
import { reportingTimeZone } from '../settings/settings';

interface Expected {
  tokens: number;
  /** 0 if no price is known: budgets in money count known costs. */
  nanoUsd: number;
}

interface Owner {
  projectId: string;
  clientName: string | null;
}

/**
 * Whether a call would exceed a budget of this month: what was used, the open calls that count against the same
 * budget, and this call together are more than its amount.
 */
export function exceedsBudget(
  database: DatabaseContext,
  projectId: string,
  call: Expected,
  now: number,
): boolean {
  const month = monthOf(civilDate(now, reportingTimeZone(database)));
  const states = getBudgetStates(database, month);
  if (states.length === 0) return false;
  const [owner] = ownersOf(database, [projectId]);
  const open = openCalls(database);
  return states
    .filter((state) => owner !== undefined && countsAgainst(state, owner))
    .some((state) => {
      const calls = [call, ...open.filter((each) => countsAgainst(state, each))];
      const expected = calls.reduce(
        (sum, each) => sum + (state.unit === 'tokens' ? each.tokens : each.nanoUsd),
        0,
      );
      return usedOf(state.unit, state.use) + expected > state.amount;
    });
}

function countsAgainst({ scope, scopeKey }: BudgetState, { projectId, clientName }: Owner): boolean {
  if (scope === 'all') return true;
  return scope === 'client' ? clientName === scopeKey : projectId === scopeKey;
}

function openCalls(connection: Connection): (Expected & Owner)[] {
  const calls = all<Expected & { projectId: string }>(
    connection,
    `SELECT batch.project_id, estimated_prompt_tokens + estimated_answer_tokens AS tokens,
       coalesce(estimated_nano_usd, 0) AS nano_usd
     FROM extraction_attempts AS attempt JOIN extraction_batches AS batch ON batch.id = batch_id
     WHERE attempt.state = 'sent'`,
  );
  const owners = ownersOf(
    connection,
    calls.map(({ projectId }) => projectId),
  );
  return calls.map((call, index) => ({ ...call, clientName: null, ...owners[index] }));
}

/** The projects that these were merged into, or they themselves, in the same order. */
function ownersOf(connection: Connection, projectIds: readonly string[]): Owner[] {
  return projectIds.flatMap((id) =>
    all<Owner>(
      connection,
      `WITH RECURSIVE chain (id) AS (
         SELECT ? UNION SELECT projects.merged_into FROM chain JOIN projects USING (id) WHERE merged_into IS NOT NULL
       ) SELECT id AS project_id, client_name FROM projects JOIN chain USING (id) WHERE merged_into IS NULL`,
      [id],
    ),
  );
}
