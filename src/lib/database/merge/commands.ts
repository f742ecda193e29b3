import { tables } from '../../protocol/commands';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { mergeDatabase, previewMerge } from './merge-database';

export const mergeCommands = {
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
};
