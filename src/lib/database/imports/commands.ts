import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as own from './arguments';
import { addUsageEvents } from './add-usage-events';
import { forgetFileCursors, getFileCursors, saveFileCursors } from './file-cursors';
import { beginImport, finishImport, getImports } from './imports';
import { openBatch } from './open-batch';
import { undoImport } from './undo-import';

export const importCommands = {
  beginImport: define({ args: [own.newImport], changes: ['imports'], run: beginImport }),
  addUsageEvents: define({
    args: [own.usageEventBatch],
    changes: ['usage', 'projects'],
    timeoutMinutes: 2,
    run: (database, batch) => addUsageEvents(database, openBatch(batch)),
  }),
  finishImport: define({
    args: [own.importEnd],
    changes: ['imports', 'projects'],
    timeoutMinutes: 2,
    run: finishImport,
  }),
  getImports: define({ args: [], reads: ['imports'], run: getImports }),
  undoImport: define({
    args: [shape.id, shape.time],
    changes: ['imports', 'usage', 'projects'],
    timeoutMinutes: 5,
    run: undoImport,
  }),
  getFileCursors: define({ args: [own.cursorsWanted], reads: ['imports'], run: getFileCursors }),
  saveFileCursors: define({ args: [own.fileCursors], changes: [], run: saveFileCursors }),
  forgetFileCursors: define({ args: [own.cursorRoot], changes: [], run: forgetFileCursors }),
};
