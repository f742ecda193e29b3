import type { StatementChanges, StatementDetails } from '../../model/statement-details';
import type { Connection, DatabaseContext } from '../context';
import { readSetting, writeSetting } from './settings';

type General = Pick<StatementDetails, 'ownAddress' | 'taxRate'>;

const general = 'statement';
const addressOf = (client: string) => `statementAddress:${client}`;
const numberOf = (client: string, month: string) => `statementNumber:${month}:${client}`;

/** `client` is '' for the projects without one. */
export function getStatementDetails(connection: Connection, client: string, month: string): StatementDetails {
  const { ownAddress = '', taxRate = null } = (readSetting(connection, general) ?? {}) as Partial<General>;
  return {
    ownAddress,
    taxRate,
    clientAddress: (readSetting(connection, addressOf(client)) ?? '') as string,
    number: (readSetting(connection, numberOf(client, month)) ?? '') as string,
  };
}

/** A client's address follows its new name, unless that has one. It stays under the old name, too, for undo. */
export function copyClientAddress(connection: Connection, from: string, to: string, copiedAt: number): void {
  const address = readSetting(connection, addressOf(from));
  if (address !== null && readSetting(connection, addressOf(to)) === null)
    writeSetting(connection, addressOf(to), address, copiedAt);
}

/** Changes only the given fields, so that two fields that are saved at the same time don't overwrite each other. */
export function updateStatementDetails(
  database: DatabaseContext,
  client: string,
  month: string,
  changes: StatementChanges,
  updatedAt: number,
): void {
  const { ownAddress, taxRate, clientAddress, number } = changes;
  const before = getStatementDetails(database, client, month);
  if (ownAddress !== undefined || taxRate !== undefined) {
    const sender: General = {
      ownAddress: ownAddress ?? before.ownAddress,
      taxRate: taxRate === undefined ? before.taxRate : taxRate,
    };
    writeSetting(database, general, sender, updatedAt);
  }
  if (clientAddress !== undefined) writeSetting(database, addressOf(client), clientAddress, updatedAt);
  if (number !== undefined) writeSetting(database, numberOf(client, month), number, updatedAt);
}
