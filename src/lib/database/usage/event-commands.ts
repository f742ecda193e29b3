import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as own from './arguments';
import { getUsageEvents } from './events';
import { moveUsageEvent } from './move-event';
import { deleteUsageEvent, recordUsageEvent, updateUsageEvent } from './manual-events';

export const eventCommands = {
  recordUsageEvent: define({ args: [own.newUsageEvent], changes: ['usage'], run: recordUsageEvent }),
  updateUsageEvent: define({
    args: [own.newUsageEvent, shape.time],
    changes: ['usage'],
    run: updateUsageEvent,
  }),
  deleteUsageEvent: define({ args: [shape.eventKey], changes: ['usage'], run: deleteUsageEvent }),
  moveUsageEvent: define({
    args: [shape.eventKey, shape.optionalId, shape.time],
    changes: ['usage'],
    run: moveUsageEvent,
  }),
  getUsageEvents: define({
    args: [own.usageEventQuery],
    reads: ['usage', 'projects'],
    run: getUsageEvents,
  }),
};
