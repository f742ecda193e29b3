import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { getUsageEvents } from '../usage/events';
import { moveUsageEvent } from '../usage/move-event';
import { deleteUsageEvent, recordUsageEvent, updateUsageEvent } from './manual-events';

export const eventCommands = {
  recordUsageEvent: define({ args: [shape.newUsageEvent], changes: ['usage'], run: recordUsageEvent }),
  updateUsageEvent: define({
    args: [shape.newUsageEvent, shape.time],
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
    args: [shape.usageEventQuery],
    reads: ['usage', 'projects'],
    run: getUsageEvents,
  }),
};
