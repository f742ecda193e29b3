import { later as en } from './en/later';
import { t, type LaterTexts, type Texts } from './texts';

/**
 * The texts that English keeps out of the first page's code. Other languages are one chunk each. Import this only
 * where pages load on demand: it takes the language that is set at that time.
 */
export const later: LaterTexts = 'extraction' in t ? (t as Texts) : en;
