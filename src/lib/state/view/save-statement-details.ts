import type { Month } from '../../model/months';
import type { StatementChanges } from '../../model/statement-details';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';

/** @param client '' for the projects without one */
export async function saveStatementDetails(
  client: string,
  month: Month,
  changes: StatementChanges,
): Promise<void> {
  try {
    await call('updateStatementDetails', client, month, changes, Date.now());
  } catch (error) {
    reportFailure(t.statement.notSaved, error);
  }
}
