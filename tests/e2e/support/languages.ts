import { texts as de } from '../../../src/lib/texts/de';
import { texts as en } from '../../../src/lib/texts/en';
import { narrow, wide, zoomed } from './inspect';

/**
 * The languages, and what a sweep inspects in each. Roles, colours and order are the same in all. German has the
 * longest words, so its layout is inspected.
 */
export const languages = [
  {
    language: 'English',
    locale: 'en-US',
    t: en,
    look: { sizes: { wide, zoomed, narrow } },
    lookAtOpened: { sizes: { wide, zoomed, narrow } },
  },
  {
    language: 'German',
    locale: 'de-DE',
    t: de,
    look: { sizes: { wide, narrow }, at: 'layout' },
    lookAtOpened: { sizes: { narrow }, at: 'layout' },
  },
] as const;
