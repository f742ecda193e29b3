import * as v from 'valibot';
import type { TeamBatch } from '../../model/team';
import { isTeamRow } from '../../model/team-row';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { getTeamCursor } from './cursor';
import { getTeamRows } from './day-rows';
import { replaceTeamMonths } from './replace-months';

const months: v.GenericSchema<readonly string[], string[]> = v.pipe(
  v.array(shape.statementMonth),
  v.maxLength(1200, 'Give at most 1,200 months.'),
);
/** Parts of keys, whose separator they must not contain. */
const part = v.pipe(shape.id, v.excludes(':', 'Give an id without a colon.'));
/** Only `team/` knows what it means. */
const mark = v.pipe(v.string('Give how far it was read.'), v.maxLength(10_000));

const batch: v.GenericSchema<TeamBatch> = v.object(
  {
    projects: v.array(
      v.object({ id: part, name: shape.name, client: shape.clientName, isArchived: shape.flag }),
    ),
    members: v.array(v.object({ id: part, name: shape.name, isLeftOut: v.optional(v.literal(true)) })),
    months: v.array(
      v.pipe(
        v.object({
          projectId: part,
          month: shape.statementMonth,
          memberId: part,
          deviceId: part,
          rows: v.array(v.any()),
        }),
        v.check(
          ({ rows, month }) => rows.every((row) => isTeamRow(row, month)),
          'Give day rows of that month.',
        ),
      ),
    ),
    cursor: v.nullable(v.object({ of: mark, since: mark })),
    at: shape.time,
  },
  'Give months of a team.',
);

export const teamCommands = {
  getTeamRows: define({ args: [shape.ids, months], reads: ['usage'], run: getTeamRows }),
  replaceTeamMonths: define({
    args: [batch],
    changes: ['projects', 'usage', 'imports'],
    timeoutMinutes: 5,
    run: replaceTeamMonths,
  }),
  getTeamCursor: define({ args: [], reads: [], run: getTeamCursor }),
};
