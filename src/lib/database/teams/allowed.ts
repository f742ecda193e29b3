import { teamOf } from '../../model/team';
import type { Command } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { badInput } from '../sql/check-argument';

/** What somebody who reads a team's usage may change there: nothing that a number comes from. */
const allowed: ReadonlySet<string> = new Set<Command>([
  'replaceTeamMonths',
  'updateProjectPinned',
  'pinProjectAt',
  'reorderPinnedProjects',
  'saveBudget',
  'deleteBudget',
  'recordBudgetWarnings',
  'dismissBudgetWarnings',
  'updateTimeZone',
  'saveDisplayCurrency',
  'saveExchangeRate',
  'recordIssued',
  'updateStatementDetails',
]);

/** @throws `BadInput` if a command would change a team's usage or projects, which come from its members and owners */
export function requireAllowed({ name }: DatabaseContext, command: string): void {
  if (teamOf(name) !== undefined && !allowed.has(command)) throw badInput('team-changes-elsewhere');
}
