import { budgetSteps } from './budget-steps';
import { extraction } from './extraction';
import { formats } from './formats';
import { mapping } from './mapping';
import { team } from './team';

/** Texts of pages that few people open, so that the first page doesn't load them (`texts/later.ts`). */
export const later = { budgetSteps, extraction, formats, mapping, team };
