import type { Billing } from '../../model/billing';
import type { StatementChanges, StatementDetails } from '../../model/statement-details';
import type { Connection, DatabaseContext } from '../context';
import { readSetting, writeSetting } from './settings';

type General = Pick<StatementDetails, 'ownAddress' | 'taxRate'>;

const general = 'statement';
const addressOf = (client: string) => `statementAddress:${client}`;
const billingOf = (client: string) => `statementBilling:${client}`;
const numberOf = (client: string, month: string) => `statementNumber:${month}:${client}`;

/** `client` is '' for the projects without one. */
export function getStatementDetails(connection: Connection, client: string, month: string): StatementDetails {
  const { ownAddress = '', taxRate = null } = (readSetting(connection, general) ?? {}) as Partial<General>;
  return {
    ownAddress,
    taxRate,
    clientAddress: (readSetting(connection, addressOf(client)) ?? '') as string,
    number: (readSetting(connection, numberOf(client, month)) ?? '') as string,
    billing: readSetting(connection, billingOf(client)) as Billing | null,
  };
}

/** Copies a client's address and billing to its new name, unless that has its own. The old ones stay, for undo. */
export function copyClientDetails(connection: Connection, from: string, to: string, copiedAt: number): void {
  for (const keyOf of [addressOf, billingOf]) {
    const setting = readSetting(connection, keyOf(from));
    if (setting !== null && readSetting(connection, keyOf(to)) === null)
      writeSetting(connection, keyOf(to), setting, copiedAt);
  }
}

/** Changes only the given fields, so that two fields that are saved at the same time don't overwrite each other. */
export function updateStatementDetails(
  database: DatabaseContext,
  client: string,
  month: string,
  changes: StatementChanges,
  updatedAt: number,
): void {
  const { ownAddress, taxRate, clientAddress, billing, number } = changes;
  const before = getStatementDetails(database, client, month);
  if (ownAddress !== undefined || taxRate !== undefined) {
    const sender: General = {
      ownAddress: ownAddress ?? before.ownAddress,
      taxRate: taxRate === undefined ? before.taxRate : taxRate,
    };
    writeSetting(database, general, sender, updatedAt);
  }
  if (clientAddress !== undefined) writeSetting(database, addressOf(client), clientAddress, updatedAt);
  if (billing !== undefined) writeSetting(database, billingOf(client), billing, updatedAt);
  if (number !== undefined) writeSetting(database, numberOf(client, month), number, updatedAt);
}
