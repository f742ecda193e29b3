import { civilHour } from '../../model/civil-date';
import { withTotals } from '../../model/tokens';
import type { NewUsageEvent } from '../../protocol';
import { badInput, notFound } from '../sql/check-argument';
import { chooseProject, forgetOtherChoice } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { bringBackEvent, setAsideDeleted } from '../projects/deleted-events';
import { requireProject } from '../projects/projects';
import { rehomeEvent } from '../projects/rehome';
import { reportingTimeZone } from '../upkeep/settings';
import { run, value } from '../sql/statements';
import { requirePossibleTime } from './usage-events';

/** @throws `NotFound`, `BadInput` for an event that a log or export holds: its numbers are not the user's to change */
function requireManual(database: DatabaseContext, id: string): void {
  const source = value(database, 'SELECT source FROM usage_events WHERE dedupe_key = ?', [id]);
  if (source === undefined) throw notFound('event');
  if (source !== 'manual') throw badInput('Only events that were entered by hand can be changed or deleted.');
}

/** Sets everything about an event that was entered by hand. */
export function updateUsageEvent(database: DatabaseContext, event: NewUsageEvent, updatedAt: number): void {
  requireManual(database, event.id);
  requireProject(database, event.projectId);
  requirePossibleTime(database, event.occurredAt);
  forgetOtherChoice(database, event.id, event.projectId);
  const totals = withTotals(event);
  const { date, hour } = civilHour(event.occurredAt, reportingTimeZone(database));
  run(
    database,
    `UPDATE usage_events SET project_id = ?2, event_type = ?3, llm_mode = ?4, provider = ?5, model = ?6,
       input_tokens = ?7, cache_read_tokens = ?8, cache_write_5m_tokens = ?9, cache_write_1h_tokens = ?10,
       output_tokens = ?11, reasoning_tokens = ?12, prompt_tokens = ?13, completion_tokens = ?14,
       total_tokens = ?15, occurred_at = ?16, date = ?17, updated_at = ?18, hour = ?19
     WHERE dedupe_key = ?1`,
    [
      event.id,
      event.projectId,
      event.eventType,
      event.llmMode,
      event.provider,
      event.model,
      totals.inputTokens,
      totals.cacheReadTokens,
      totals.cacheWrite5mTokens,
      totals.cacheWrite1hTokens,
      totals.outputTokens,
      totals.reasoningTokens,
      totals.promptTokens,
      totals.completionTokens,
      totals.totalTokens,
      event.occurredAt,
      date,
      updatedAt,
      hour,
    ],
  );
}

/** Deletes an event that was entered by hand; recording it again with its id brings it back. Again it changes nothing. */
export function deleteUsageEvent(database: DatabaseContext, id: string): boolean {
  if (value(database, 'SELECT 1 FROM usage_events WHERE dedupe_key = ?', [id]) === undefined) return false;
  requireManual(database, id);
  return run(database, 'DELETE FROM usage_events WHERE dedupe_key = ?', [id]) > 0;
}

/**
 * Gives one event to a project, wherever its path leads, also when its record is imported anew. Null takes that back: an
 * imported event returns to where its path leads. Inside a transaction. Again it changes nothing.
 * @throws `NotFound`
 */
export function moveUsageEvent(
  database: DatabaseContext,
  id: string,
  projectId: string | null,
  movedAt: number,
): void {
  bringBackEvent(database, id);
  if (value(database, 'SELECT 1 FROM usage_events WHERE dedupe_key = ?', [id]) === undefined) {
    throw notFound('event');
  }
  if (
    projectId !== null &&
    value(database, 'SELECT 1 FROM projects WHERE id = ?', [projectId]) === undefined
  ) {
    throw notFound('project');
  }
  chooseProject(database, id, projectId, movedAt);
  rehomeEvent(database, id, movedAt);
  setAsideDeleted(database);
}
