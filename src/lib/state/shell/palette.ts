/** A text as it is compared: no case, no accents. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export interface Searchable {
  /** `plain` of what is shown first. */
  name: string;
  /** `plain` of everything that may be typed to find it. */
  words: string;
}

/**
 * What was typed finds: every word of it must occur. Names that begin with it come first, then those with a word that
 * does, then the rest, each in the order given.
 */
export function search<T extends Searchable>(items: readonly T[], typed: string, limit: number): T[] {
  const query = plain(typed).trim();
  if (query === '') return items.slice(0, limit);
  const words = query.split(/\s+/);
  const ranks: T[][] = [[], [], []];
  for (const item of items) {
    if (words.every((word) => item.words.includes(word))) ranks[rank(item.name, query)]?.push(item);
  }
  return ranks.flat().slice(0, limit);
}

function rank(name: string, query: string): number {
  if (name.startsWith(query)) return 0;
  return name.includes(` ${query}`) ? 1 : 2;
}
