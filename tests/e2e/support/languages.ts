import { texts as de } from '../../../src/lib/texts/de';
import { texts as en } from '../../../src/lib/texts/en';
import { later } from '../../../src/lib/texts/en/later';
import { runsAll } from '../../budget';
import { narrow, wide, zoomed } from './inspect';

const sizes = runsAll ? { wide, zoomed, narrow } : { wide, narrow };

/**
 * The languages, and what a sweep inspects in each. Roles, colours and order are the same in all. German has the
 * longest words, so its layout is inspected.
 */
export const languages = [
  {
    language: 'English',
    locale: 'en-US',
    t: { ...en, ...later },
    look: { sizes },
    // Opened parts use the colours of the pages.
    lookAtOpened: { sizes, at: runsAll ? 'everything' : 'light' },
  },
  {
    language: 'German',
    locale: 'de-DE',
    t: de,
    look: { sizes: runsAll ? { wide, narrow } : { narrow }, at: 'layout' },
    lookAtOpened: { sizes: { narrow }, at: 'layout' },
  },
] as const;
