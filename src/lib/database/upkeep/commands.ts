import * as v from 'valibot';
import { tables } from '../../protocol/commands';
import * as shape from '../arguments';
import { mergeDatabase, previewMerge } from '../merge/merge-database';
import { define } from '../sql/define-command';
import { getStoredContents } from './contents';
import { getIssued, recordIssued } from './issued';
import { checkIntegrity, requireSound } from './integrity';
import { replaceDatabase } from './replace-database';
import { getCorrectedCounts, getSettings, updateTimeZone } from './settings';
import { getDisplayCurrency, saveDisplayCurrency, saveExchangeRate } from './currency';
import { getStatementDetails, updateStatementDetails } from './statement-details';
import { exportDatabase, getStorageState } from './storage';

export const upkeepCommands = {
  getSettings: define({ args: [], reads: ['settings'], run: getSettings }),
  getCorrectedCounts: define({ args: [], reads: ['settings'], run: getCorrectedCounts }),
  updateTimeZone: define({
    args: [shape.timeZone, shape.time],
    changes: ['settings', 'usage'],
    timeoutMinutes: 5,
    run: updateTimeZone,
  }),
  getDisplayCurrency: define({ args: [], reads: ['settings'], run: getDisplayCurrency }),
  saveDisplayCurrency: define({
    args: [v.nullable(shape.currency), shape.time],
    changes: ['settings'],
    run: saveDisplayCurrency,
  }),
  saveExchangeRate: define({
    args: [shape.currency, shape.statementMonth, v.nullable(shape.exchangeRate), shape.time],
    changes: ['settings'],
    run: saveExchangeRate,
  }),
  getIssued: define({
    args: [shape.issuedSubject, shape.statementMonth],
    reads: ['settings'],
    run: getIssued,
  }),
  recordIssued: define({
    args: [shape.issuedSubject, shape.statementMonth, shape.issued],
    changes: ['settings'],
    run: recordIssued,
  }),
  getStatementDetails: define({
    args: [shape.statementClient, shape.statementMonth],
    reads: ['settings'],
    run: getStatementDetails,
  }),
  updateStatementDetails: define({
    args: [shape.statementClient, shape.statementMonth, shape.statementChanges, shape.time],
    changes: ['settings'],
    run: updateStatementDetails,
  }),
  checkIntegrity: define({ args: [], reads: [], timeoutMinutes: 5, run: checkIntegrity }),
  requireSound: define({ args: [], reads: [], timeoutMinutes: 5, run: requireSound }),
  exportDatabase: define({ args: [], reads: [], timeoutMinutes: 5, run: exportDatabase }),
  getStoredContents: define({ args: [], reads: ['usage', 'projects'], run: getStoredContents }),
  replaceDatabase: define({
    args: [shape.bytes],
    changes: tables,
    timeoutMinutes: 5,
    hasOwnTransaction: true,
    run: replaceDatabase,
  }),
  mergeDatabase: define({
    args: [shape.bytes],
    changes: tables,
    timeoutMinutes: 15,
    hasOwnTransaction: true,
    run: mergeDatabase,
  }),
  previewMerge: define({
    args: [shape.bytes],
    changes: [],
    timeoutMinutes: 15,
    hasOwnTransaction: true,
    run: previewMerge,
  }),
  getStorageState: define({
    args: [],
    reads: ['usage', 'imports', 'projects', 'mappings', 'settings'],
    run: getStorageState,
  }),
};
