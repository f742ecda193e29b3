import * as v from 'valibot';
import type { CopyDecision } from '../../model/copies';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { decideCopies, getCopyDecisions, takeBackCopies } from './decide-copies';
import { getPossibleCopies } from './find-copies';

const range = v.object({ from: shape.date, to: shape.date }, 'Give the first and the last day.');
const texts = v.array(v.pipe(v.string(), v.maxLength(10_000)));
const source = v.pipe(v.string('Give a source.'), v.minLength(1, 'Give a source.'), v.maxLength(100));
const part = v.object(
  { ...range.entries, source, models: texts, paths: texts },
  'Give the usage that the decision is about.',
);
const decision: v.GenericSchema<CopyDecision> = v.object(
  {
    id: v.pipe(shape.id, v.maxLength(90)),
    isLeftOut: shape.flag,
    part,
    beside: source,
  },
  'Give a decision.',
);

export const copyCommands = {
  getPossibleCopies: define({ args: [range], reads: ['usage', 'settings'], run: getPossibleCopies }),
  getCopyDecisions: define({ args: [], reads: ['usage', 'projects', 'settings'], run: getCopyDecisions }),
  decideCopies: define({ args: [decision, shape.time], changes: ['usage', 'settings'], run: decideCopies }),
  takeBackCopies: define({
    args: [shape.id, shape.time],
    changes: ['usage', 'settings'],
    run: takeBackCopies,
  }),
};
