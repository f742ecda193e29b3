import * as v from 'valibot';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { deleteLlmAddress, getLlmAddresses, saveLlmAddress } from './addresses';
import { cancelBatch, getBatch, getBatches, pauseBatch, resumeBatch, startBatch } from './batches';
import { getCalibration } from './calibration';
import { claimDocument } from './claim-document';
import {
  acceptResult,
  addDocuments,
  forgetContents,
  getDocumentProjects,
  getDocuments,
  getKeptContents,
  getOldDocuments,
  removeDocuments,
  retryDocuments,
} from './documents';
import { settleAttempt, settleOpenAttempts } from './settle-attempt';
import * as own from './document-arguments';

const { id, ids, time, optionalId } = shape;

export const documentCommands = {
  saveLlmAddress: define({ args: [own.llmAddress, time], changes: ['documents'], run: saveLlmAddress }),
  deleteLlmAddress: define({ args: [id, time], changes: ['documents'], run: deleteLlmAddress }),
  getLlmAddresses: define({ args: [], reads: ['documents'], run: getLlmAddresses }),
  addDocuments: define({ args: [own.newDocuments], changes: ['documents'], run: addDocuments }),
  startBatch: define({
    args: [own.newBatch, ids, time],
    changes: ['documents', 'imports'],
    run: startBatch,
  }),
  claimDocument: define({ args: [own.claim], changes: ['documents'], run: claimDocument }),
  settleAttempt: define({
    args: [own.settlement],
    changes: ['documents', 'imports', 'usage'],
    run: settleAttempt,
  }),
  settleOpenAttempts: define({
    args: [time],
    changes: ['documents', 'imports', 'usage'],
    run: settleOpenAttempts,
  }),
  pauseBatch: define({ args: [id, time], changes: ['documents'], run: pauseBatch }),
  resumeBatch: define({
    args: [id, v.nullable(own.limits), time],
    changes: ['documents'],
    run: resumeBatch,
  }),
  cancelBatch: define({ args: [id, time], changes: ['documents'], run: cancelBatch }),
  retryDocuments: define({ args: [ids, time], changes: ['documents'], run: retryDocuments }),
  removeDocuments: define({ args: [ids, time], changes: ['documents'], run: removeDocuments }),
  forgetContents: define({ args: [ids, time], changes: ['documents'], run: forgetContents }),
  acceptResult: define({ args: [id, v.nullable(time)], changes: ['documents'], run: acceptResult }),
  getCalibration: define({ args: [id, own.model], reads: ['documents'], run: getCalibration }),
  getBatch: define({ args: [id], reads: ['documents'], run: getBatch }),
  getBatches: define({ args: [optionalId], reads: ['documents', 'projects'], run: getBatches }),
  getDocuments: define({ args: [id], reads: ['documents', 'projects'], run: getDocuments }),
  getDocumentProjects: define({
    args: [],
    reads: ['documents', 'projects'],
    run: getDocumentProjects,
  }),
  getKeptContents: define({ args: [], reads: ['documents'], run: getKeptContents }),
  getOldDocuments: define({ args: [time], reads: ['documents'], run: getOldDocuments }),
};
