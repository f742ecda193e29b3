import { civilHour } from '../../model/civil-date';
import { withTotals } from '../../model/tokens';
import type { NewUsageEvent } from '../../protocol';
import { badInput } from '../sql/check-argument';
import { forgetOtherChoice } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { requireProject } from '../projects/projects';
import { reportingTimeZone } from '../upkeep/settings';
import { earliestTime } from '../imports/source-events';
import { run, value } from '../sql/statements';

const twoDays = 2 * 24 * 60 * 60 * 1000;

/**
 * Stores one event that was entered or measured by hand. The same id again changes nothing.
 * @throws `NotFound` for its project, `BadInput` for a time before 2020 or more than two days ahead
 */
export function recordUsageEvent(database: DatabaseContext, event: NewUsageEvent): string {
  if (value(database, 'SELECT 1 FROM usage_events WHERE dedupe_key = ?', [event.id]) !== undefined) {
    return event.id;
  }
  requireProject(database, event.projectId);
  requirePossibleTime(database, event.occurredAt);
  forgetOtherChoice(database, event.id, event.projectId);
  const now = database.now();
  const totals = withTotals(event);
  const { date, hour } = civilHour(event.occurredAt, reportingTimeZone(database));
  run(
    database,
    `INSERT INTO usage_events (dedupe_key, project_id, event_type, llm_mode, source, provider, model,
       input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
       reasoning_tokens, prompt_tokens, completion_tokens, total_tokens, occurred_at, date, created_at, updated_at, hour)
     VALUES (?1, ?2, ?3, ?4, 'manual', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18, ?19)`,
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
      now,
      hour,
    ],
  );
  return event.id;
}

/** @throws `BadInput` */
export function requirePossibleTime(database: DatabaseContext, occurredAt: number): void {
  if (occurredAt < earliestTime || occurredAt > database.now() + twoDays) {
    throw badInput('The time of a usage event must lie between 2020-01-01 and the day after tomorrow.');
  }
}
