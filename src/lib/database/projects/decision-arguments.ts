import * as v from 'valibot';
import * as shape from '../arguments';
import { isStorableText } from '../imports/source-events';

/** The shapes of what the commands about paths and single events are given. */

const stored = (what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.check((value) => isStorableText(value), `Give ${what} of 1 to 10,000 characters.`),
  );

export const path = stored('a path');
export const eventKey = stored("an event's id");

const upTo = (most: number, what: string) =>
  v.pipe(shape.wholeNumber, v.maxValue(most, `Give ${what} from 0 to ${most}.`));

export const pathDecision = v.nullable(
  v.object(
    {
      projectId: shape.id,
      coversSubfolders: shape.flag,
      isDecided: shape.flag,
      isFound: v.optional(shape.flag),
    },
    'Give where the path leads, or null to forget it.',
  ),
);

export const usageEventQuery = v.object(
  {
    ...shape.usageFilter.entries,
    weekHour: v.optional(v.object({ weekday: upTo(6, 'a weekday'), hour: upTo(23, 'an hour') })),
    after: v.nullable(
      v.object({
        date: v.string(),
        projectId: v.string(),
        occurredAt: shape.wholeNumber,
        row: shape.wholeNumber,
      }),
    ),
    limit: v.pipe(
      shape.wholeNumber,
      v.minValue(1, 'Give a limit of 1 to 1,000.'),
      v.maxValue(1000, 'Give a limit of 1 to 1,000.'),
    ),
  },
  'Give what events to read.',
);
