import { addMonths, monthOf, type Month } from '../../model/months';
import { locale } from '../../texts/locale';
import { likeness } from './likeness';
import { plain } from './palette';

/*
 * Questions work in English, German and Spanish, whatever the app's language. Words are listed as `plain` returns them,
 * without accents.
 */

/** 'Cost of …' and its kin: a question may begin with them. */
const nouns = words('cost costs kosten coste costes costo costos');
/** 'What did … cost': such a question also has a verb. */
const askers = /^(?:what|how much|was|wie ?viel|que|cuanto)\s/;
const verbs = words(
  'cost costs costed kostet kosten kostete kosteten gekostet cuesta cuestan costo costaron costado',
);
/** What may stand between these and a name. */
const fillers = words(
  'did does do has have had is of for the hat haben hatte von vom fur der die das de del ha han para el la los las',
);

const thisMonth =
  /(?:^|\s)(?:in |im |en )?(?:(?:this|the current) month|(?:diese[nmr]|aktuellen|laufenden) monat|este mes|(?:el )?mes actual)$/;
const lastMonth =
  /(?:^|\s)(?:in |im |en |del? )?(?:(?:the )?(?:last|previous) month|(?:letzte[nmr]|vorige[nmr]|vergangene[nmr]) monat|vormonat|(?:el )?(?:mes pasado|mes anterior|ultimo mes))$/;
/** '… in October', 'im Oktober 2026' or 'en octubre de 2026' at the end. */
const namedMonth = /(?:^|\s)(?:in|im|en|de)\s(\p{L}{3,})\.?(?:\s(?:de\s|del\s)?(\d{4}))?$/u;

export interface CostQuestion<T> {
  /** What the question is about; undefined for everything. */
  about: T | undefined;
  month: Month;
}

/**
 * Parses a question about a cost. A month without a year is the latest one that has begun; without a month it's the
 * current one. If several names fit, the closest one counts, or the first of equals; a name may be misspelt.
 * @param today the civil date
 * @returns undefined if it isn't such a question, or names nothing known
 */
export function readCostQuestion<T extends { name: string }>(
  typed: string,
  known: readonly T[],
  today: string,
): CostQuestion<T> | undefined {
  const rest = withoutCost(typed);
  if (rest === undefined) return undefined;
  const { before, month } = withoutMonth(rest, today);
  const name = withoutFillers(before);
  const about = name === '' ? undefined : closest(name, known);
  if (name !== '' && about === undefined) return undefined;
  return { about, month };
}

/** What is left of the question without the words that ask for a cost; undefined if none do. */
function withoutCost(typed: string): string | undefined {
  const said = plain(typed)
    .split(/\s+/)
    .map((word) => word.replace(/^[¿¡"'“„]+|['’]s$|[?!.,;:"'”]+$/gu, ''))
    .filter((word) => word !== '');
  const [first = '', second = ''] = said;
  const isMisspelt = fillers.has(second) && [...nouns].some((noun) => likeness(first, noun) > 0);
  if (nouns.has(first) || isMisspelt) return said.slice(1).join(' ');
  const text = said.join(' ');
  if (!askers.test(text)) return undefined;
  const asked = text.replace(askers, '').split(' ');
  // Spanish has the verb first; in the other languages, a name before it may contain the same word.
  const verb = verbs.has(asked[0] ?? '') ? 0 : asked.findLastIndex((word) => verbs.has(word));
  return verb === -1 ? undefined : asked.toSpliced(verb, 1).join(' ');
}

function withoutMonth(text: string, today: string): { before: string; month: Month } {
  const current = monthOf(today);
  const relative = [
    [thisMonth, 0],
    [lastMonth, -1],
  ] as const;
  for (const [pattern, by] of relative) {
    if (pattern.test(text)) return { before: text.replace(pattern, ''), month: addMonths(current, by) };
  }
  const [end = '', word, year] = namedMonth.exec(text) ?? [];
  const named = word === undefined ? undefined : monthNamed(word, year, current);
  // "Shop in Town" is a name, not a month.
  if (named === undefined) return { before: text, month: current };
  return { before: text.slice(0, text.length - end.length), month: named };
}

function withoutFillers(text: string): string {
  const rest = text.split(' ');
  while (fillers.has(rest[0] ?? '')) rest.shift();
  return rest.join(' ');
}

function closest<T extends { name: string }>(asked: string, known: readonly T[]): T | undefined {
  const fits: ((name: string) => boolean)[] = [
    (name) => name === asked,
    (name) => name.startsWith(asked),
    (name) => name.includes(asked),
  ];
  for (const fit of fits) {
    const found = known.find(({ name }) => fit(plain(name)));
    if (found !== undefined) return found;
  }
  return mostAlike(asked, known);
}

/** The name that was most likely meant. Of a longer name, its first words may have been typed. */
function mostAlike<T extends { name: string }>(asked: string, known: readonly T[]): T | undefined {
  const count = asked.split(' ').length;
  let most = 0;
  let found: T | undefined;
  for (const each of known) {
    const name = plain(each.name);
    const begin = name.split(/\s+/).slice(0, count).join(' ');
    // Of "Northwind" and "Northwind Traders", "Nortwind" means the first.
    const like = Math.max(likeness(asked, name), 0.99 * likeness(asked, begin));
    if (like > most) [most, found] = [like, each];
  }
  return found;
}

function monthNamed(word: string, year: string | undefined, current: Month): Month | undefined {
  const names = months();
  const begun = names.findIndex((month) => month.some((name) => name.startsWith(word)));
  const index =
    begun === -1 ? names.findIndex((month) => month.some((name) => likeness(word, name) > 0)) : begun;
  if (index === -1) return undefined;
  const at = (of: number | string): Month => `${of}-${String(index + 1).padStart(2, '0')}`;
  if (year !== undefined) return at(year);
  const thisYear = Number(current.slice(0, 4));
  return at(thisYear) <= current ? at(thisYear) : at(thisYear - 1);
}

function months(): string[][] {
  const formats = ['en', 'de', 'es', locale].map(
    (each) => new Intl.DateTimeFormat(each, { month: 'long', timeZone: 'UTC' }),
  );
  return Array.from({ length: 12 }, (_, month) =>
    formats.map((format) => plain(format.format(Date.UTC(2024, month, 1)))),
  );
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
