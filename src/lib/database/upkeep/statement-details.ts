import type { StatementDetails } from '../../model/statement-details';
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

export function updateStatementDetails(
  database: DatabaseContext,
  client: string,
  month: string,
  { ownAddress, taxRate, clientAddress, number }: StatementDetails,
  updatedAt: number,
): void {
  const write = (key: string, setting: unknown) => {
    // A value that stays the same keeps its time of change.
    if (JSON.stringify(readSetting(database, key)) !== JSON.stringify(setting))
      writeSetting(database, key, setting, updatedAt);
  };
  write(general, { ownAddress, taxRate });
  write(addressOf(client), clientAddress);
  write(numberOf(client, month), number);
}
