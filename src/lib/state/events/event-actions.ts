import type { StoredUsageEvent } from '../../model/usage-event-page';
import type { NewUsageEvent } from '../../protocol/commands';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { projectName, projects } from '../projects/projects.svelte';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';

/** Turns a stored event into the event that would record it again by hand. */
function asRecorded(event: StoredUsageEvent): NewUsageEvent {
  const { id, projectId, eventType, llmMode, provider, model, occurredAt } = event;
  const { inputTokens, cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens, outputTokens } = event;
  return {
    ...{ id, projectId, eventType, llmMode, provider, model, occurredAt },
    ...{ inputTokens, cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens, outputTokens },
    reasoningTokens: event.reasoningTokens,
  };
}

/** Records an event by hand and offers undo. Rejects when the database refuses it. */
export const recordEvent = undoable(async (event: NewUsageEvent, message: string): Promise<void> => {
  await call('recordUsageEvent', event);
  undoStack.offer(message, () => call('deleteUsageEvent', event.id));
});

/** Changes an event that was entered by hand and offers undo. Rejects when the database refuses it. */
export const changeEvent = undoable(async (before: StoredUsageEvent, event: NewUsageEvent): Promise<void> => {
  await call('updateUsageEvent', event, Date.now());
  undoStack.offer(t.events.editedToast, () => call('updateUsageEvent', asRecorded(before), Date.now()));
});

/** Deletes an event that was entered by hand and offers undo. */
export const deleteEvent = undoable(async (event: StoredUsageEvent): Promise<void> => {
  try {
    await call('deleteUsageEvent', event.id);
    undoStack.offer(t.events.deletedToast, () => call('recordUsageEvent', asRecorded(event)));
  } catch (error) {
    reportFailure(t.projects.failed, error);
  }
});

/** Moves an event to another project and offers undo. Rejects when the database refuses it. */
export const moveEvent = undoable(async (event: StoredUsageEvent, projectId: string): Promise<void> => {
  const before = event.chosenProjectId ?? (event.source === 'manual' ? event.projectId : null);
  await call('moveUsageEvent', event.id, projectId, Date.now());
  const name = projectName(projects.byId(projectId) ?? { name: '' });
  undoStack.offer(t.events.movedToast(name), () => call('moveUsageEvent', event.id, before, Date.now()));
});
