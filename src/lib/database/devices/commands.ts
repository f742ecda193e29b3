import * as v from 'valibot';
import { tables } from '../../protocol/commands';
import * as shape from '../arguments';
import { mergeSomeRecords } from '../merge/merge-some-records';
import { define } from '../sql/define-command';
import { exportDecisions } from './export-decisions';
import { exportRecords } from './export-records';
import { getSharedImports, getTakenBlobs, noteBlobs, takeInBlob } from './taken-blobs';

const takenBlob = v.object({ name: shape.id, imports: v.array(shape.id) });
const part = v.object({
  part: shape.wholeNumber,
  parts: v.pipe(shape.wholeNumber, v.minValue(1), v.maxValue(256)),
});

export const deviceCommands = {
  getSharedImports: define({ args: [], reads: [], run: getSharedImports }),
  getTakenBlobs: define({ args: [], reads: [], run: getTakenBlobs }),
  exportDecisions: define({ args: [], reads: [], timeoutMinutes: 5, run: exportDecisions }),
  exportRecords: define({
    args: [v.array(shape.id), part],
    reads: [],
    timeoutMinutes: 5,
    run: exportRecords,
  }),
  takeInRecords: define({
    args: [shape.bytes, v.pipe(v.number(), v.safeInteger()), v.pipe(shape.wholeNumber, v.minValue(1))],
    changes: tables,
    timeoutMinutes: 5,
    hasOwnTransaction: true,
    run: mergeSomeRecords,
  }),
  takeInBlob: define({
    args: [shape.id, shape.bytes],
    changes: tables,
    timeoutMinutes: 15,
    hasOwnTransaction: true,
    run: takeInBlob,
  }),
  noteBlobs: define({ args: [v.array(takenBlob), v.array(shape.id)], changes: [], run: noteBlobs }),
};
