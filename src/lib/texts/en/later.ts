import { extraction } from './extraction';

/** Texts of pages that few people open, so that the first page doesn't load them (`texts/later.ts`). */
export const later = { extraction };
