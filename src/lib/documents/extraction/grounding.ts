/** One value of a result with its path, such as `['work', 0, 'name']`. */
export interface GroundedValue {
  path: (string | number)[];
  value: string | number | boolean;
  /** Null for values that no document contains literally, such as yes or no. */
  isFound: boolean | null;
}

/** All values of a result that aren't null, in order, and whether the document contains them. */
export function groundedValues(result: unknown, text: string): GroundedValue[] {
  const haystack = normalized(text);
  const found: GroundedValue[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (value !== '') found.push({ path, value, isFound: isFound(value, haystack) });
    } else if (Array.isArray(value)) value.forEach((each, index) => visit(each, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) visit(each, [...path, key]);
    }
  };
  visit(result, []);
  return found;
}

function isFound(value: string | number | boolean, haystack: string): boolean | null {
  if (typeof value === 'boolean') return null;
  if (typeof value === 'number') return numberForms(value).some((form) => containsWord(haystack, form));
  const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  // Documents write dates in many ways, so only the year is looked for.
  if (date?.[1] !== undefined) return containsWord(haystack, date[1]);
  return containsWord(haystack, normalized(value));
}

/** The number as written in English and in German. */
function numberForms(value: number): string[] {
  return [String(value), value.toLocaleString('en'), value.toLocaleString('de')].map(normalized);
}

/** Whole words only: 12 isn't in 2012, nor Ann in Anna. */
function containsWord(haystack: string, needle: string): boolean {
  if (needle === '') return false;
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const startsInWord = isWord(needle.at(0)) && isWord(haystack[at - 1]);
    const endsInWord = isWord(needle.at(-1)) && isWord(haystack[at + needle.length]);
    if (!startsInWord && !endsInWord) return true;
  }
  return false;
}

/** Ignores layout: line breaks, hyphens at line ends, quotes and case. */
function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad|(?<=\p{L})-\n(?=\p{Ll})/gu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c-\u201e]/g, '"')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}
