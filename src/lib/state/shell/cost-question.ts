import { monthOf, type Month } from '../../model/months';
import { locale } from '../../texts/locale';
import { plain } from './palette';

/** 'cost of …' and 'Kosten von …': both work in either language. */
const opening = /^(?:costs?|kosten)(?:\s+(?:of|for|von|fur))?(?:\s+|$)/;
/** '… in October' or 'im Oktober 2026' at the end. */
const ending = /(?:^|\s+)(?:in|im)\s+(\p{L}{3,})\.?(?:\s+(\d{4}))?$/u;

export interface CostQuestion<T> {
  /** What the question is about; undefined for everything. */
  about: T | undefined;
  month: Month;
}

/**
 * Parses a question about a cost. A month without a year is the latest one that has begun; without a month it's the
 * current one. If several names fit, the closest one counts, or the first of equals.
 * @param today the civil date
 * @returns undefined if it isn't such a question, or names nothing known
 */
export function readCostQuestion<T extends { name: string }>(
  typed: string,
  known: readonly T[],
  today: string,
): CostQuestion<T> | undefined {
  const text = plain(typed).trim();
  if (!opening.test(text)) return undefined;
  const rest = text.replace(opening, '');
  const [end, word, year] = ending.exec(rest) ?? [];
  const named = word === undefined ? undefined : monthNamed(word, year, today);
  // "Shop in Town" is a name, not a month.
  const name = named === undefined ? rest : rest.slice(0, rest.length - (end?.length ?? 0));
  const about = name === '' ? undefined : closest(name, known);
  if (name !== '' && about === undefined) return undefined;
  return { about, month: named ?? monthOf(today) };
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
  return undefined;
}

function monthNamed(word: string, year: string | undefined, today: string): Month | undefined {
  const index = months().findIndex((names) => names.some((name) => name.startsWith(word)));
  if (index === -1) return undefined;
  const at = (of: number | string): Month => `${of}-${String(index + 1).padStart(2, '0')}`;
  if (year !== undefined) return at(year);
  const thisYear = Number(today.slice(0, 4));
  return at(thisYear) <= monthOf(today) ? at(thisYear) : at(thisYear - 1);
}

function months(): string[][] {
  const formats = ['en', 'de', locale].map(
    (each) => new Intl.DateTimeFormat(each, { month: 'long', timeZone: 'UTC' }),
  );
  return Array.from({ length: 12 }, (_, month) =>
    formats.map((format) => plain(format.format(Date.UTC(2024, month, 1)))),
  );
}
