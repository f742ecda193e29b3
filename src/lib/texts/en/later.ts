import { extraction } from './extraction';
import { team } from './team';

/** Texts of pages that few people open, so that the first page doesn't load them (`texts/later.ts`). */
export const later = { extraction, team };
