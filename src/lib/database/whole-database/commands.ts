import * as v from 'valibot';
import { tables } from '../../protocol/commands';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as own from './arguments';
import { getStoredContents } from './contents';
import { getIssued, recordIssued } from '../settings/issued';
import { checkIntegrity, requireSound } from './integrity';
import { replaceDatabase } from './replace-database';
import { getCorrectedCounts, getSettings } from '../settings/settings';
import { updateTimeZone } from '../usage/time-zone';
import { getDisplayCurrency, saveDisplayCurrency, saveExchangeRate } from '../settings/currency';
import { getStatementDetails, updateStatementDetails } from '../settings/statement-details';
import { exportDatabase, getStorageState } from './storage';

export const wholeDatabaseCommands = {
  getSettings: define({ args: [], reads: ['settings'], run: getSettings }),
  getCorrectedCounts: define({ args: [], reads: ['settings'], run: getCorrectedCounts }),
  updateTimeZone: define({
    args: [own.timeZone, shape.time],
    changes: ['settings', 'usage'],
    timeoutMinutes: 5,
    run: updateTimeZone,
  }),
  getDisplayCurrency: define({ args: [], reads: ['settings'], run: getDisplayCurrency }),
  saveDisplayCurrency: define({
    args: [v.nullable(own.currency), shape.time],
    changes: ['settings'],
    run: saveDisplayCurrency,
  }),
  saveExchangeRate: define({
    args: [own.currency, shape.statementMonth, v.nullable(own.exchangeRate), shape.time],
    changes: ['settings'],
    run: saveExchangeRate,
  }),
  getIssued: define({
    args: [own.issuedSubject, shape.statementMonth],
    reads: ['settings'],
    run: getIssued,
  }),
  recordIssued: define({
    args: [own.issuedSubject, shape.statementMonth, own.issued],
    changes: ['settings'],
    run: recordIssued,
  }),
  getStatementDetails: define({
    args: [own.statementClient, shape.statementMonth],
    reads: ['settings'],
    run: getStatementDetails,
  }),
  updateStatementDetails: define({
    args: [own.statementClient, shape.statementMonth, own.statementChanges, shape.time],
    changes: ['settings'],
    run: updateStatementDetails,
  }),
  checkIntegrity: define({ args: [], reads: [], timeoutMinutes: 5, run: checkIntegrity }),
  requireSound: define({ args: [v.boolean()], reads: [], timeoutMinutes: 5, run: requireSound }),
  exportDatabase: define({ args: [], reads: [], timeoutMinutes: 5, run: exportDatabase }),
  getStoredContents: define({ args: [], reads: ['usage', 'projects'], run: getStoredContents }),
  replaceDatabase: define({
    args: [shape.bytes],
    changes: tables,
    timeoutMinutes: 5,
    hasOwnTransaction: true,
    run: replaceDatabase,
  }),
  getStorageState: define({
    args: [],
    reads: ['usage', 'imports', 'projects', 'mappings', 'settings'],
    run: getStorageState,
  }),
};
