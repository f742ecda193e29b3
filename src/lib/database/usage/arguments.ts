import * as v from 'valibot';
import { maxTokensPerCounter } from '../../model/tokens';
import { id, optionalText, text, time, usageFilter, wholeNumber } from '../arguments';

/** Schemas of the arguments of commands about usage events. */

const counter = v.pipe(
  wholeNumber,
  v.maxValue(maxTokensPerCounter, 'That is more tokens than one call can have.'),
);
const upTo = (most: number, what: string) =>
  v.pipe(wholeNumber, v.maxValue(most, `Give ${what} from 0 to ${most}.`));

export const usageEventQuery = v.object(
  {
    ...usageFilter.entries,
    weekHour: v.optional(v.object({ weekday: upTo(6, 'a weekday'), hour: upTo(23, 'an hour') })),
    after: v.nullable(
      v.object({
        date: v.string(),
        projectId: v.string(),
        occurredAt: wholeNumber,
        row: wholeNumber,
      }),
    ),
    limit: v.pipe(
      wholeNumber,
      v.minValue(1, 'Give a limit of 1 to 1,000.'),
      v.maxValue(1000, 'Give a limit of 1 to 1,000.'),
    ),
  },
  'Give what events to read.',
);

const counters = {
  inputTokens: counter,
  cacheReadTokens: counter,
  cacheWrite5mTokens: counter,
  cacheWrite1hTokens: counter,
  outputTokens: counter,
  reasoningTokens: counter,
};

const llmMode = v.picklist(['local', 'cloud'], "Give the LLM mode as 'local' or 'cloud'.");

export const newUsageEvent = v.pipe(
  v.object(
    {
      id,
      projectId: id,
      eventType: text(200, 'an event type'),
      llmMode,
      provider: optionalText(300, 'a provider'),
      model: optionalText(300, 'a model'),
      occurredAt: time,
      ...counters,
    },
    'Give a usage event.',
  ),
  v.check((event) => event.reasoningTokens <= event.outputTokens, reasoningHint()),
);

function reasoningHint(): string {
  return 'Reasoning tokens are part of the output tokens and cannot exceed them.';
}
