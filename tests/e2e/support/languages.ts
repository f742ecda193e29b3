import { texts as de } from '../../../src/lib/texts/de';
import { texts as en } from '../../../src/lib/texts/en';
import { narrow, wide, zoomed } from './inspect';

/** The languages that there are, and at which sizes a sweep looks: layouts are the same, and German's words are the longer ones. */
export const languages = [
  {
    language: 'English',
    locale: 'en-US',
    t: en,
    sizes: { wide, zoomed, narrow },
    openSizes: { wide, zoomed, narrow },
  },
  { language: 'German', locale: 'de-DE', t: de, sizes: { wide, narrow }, openSizes: { narrow } },
];
