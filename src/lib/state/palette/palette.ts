/** Normalizes a text for comparison: lower case, without accents. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export interface Searchable {
  /** The displayed name, normalized with `plain`. */
  name: string;
  /** All words that find the item, normalized with `plain`. */
  words: string;
}

/**
 * Finds the items in which every typed word occurs. Names that begin with the typed text come first, then those in
 * which a word does, then the rest, each in the order given.
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
