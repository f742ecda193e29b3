import type { NameMatch } from './price-table';
import { longestName } from './safe-pattern';

/** How a name matches: in full, or by a pattern of the table; undefined if it doesn't. */
type Fit = 'name' | 'pattern';

/** Whether a lower-case name matches. A match that would include another version of the model doesn't count. */
export function nameMatches(match: NameMatch, name: string): boolean {
  return fitOf(match, name) !== undefined;
}

export function fitOf(match: NameMatch, name: string): Fit | undefined {
  if ('or' in match) {
    const fits = match.or.map((each) => fitOf(each, name));
    return fits.find((fit) => fit === 'name') ?? fits.find((fit) => fit !== undefined);
  }
  if ('and' in match) {
    return match.and.every((each) => nameMatches(each, name)) ? 'pattern' : undefined;
  }
  if ('equals' in match) return name === match.equals.toLowerCase() ? 'name' : undefined;
  if ('ends_with' in match) return name.endsWith(match.ends_with.toLowerCase()) ? 'pattern' : undefined;
  if ('regex' in match) {
    return name.length <= longestName && new RegExp(match.regex).test(name) ? 'pattern' : undefined;
  }
  const part = ('starts_with' in match ? match.starts_with : match.contains).toLowerCase();
  const at = name.indexOf(part);
  if (at < 0 || ('starts_with' in match && at > 0)) return undefined;
  const rest = name.slice(at + part.length);
  if (isOtherVersion(part, rest) || isOtherProduct.test(rest)) return undefined;
  return part === name ? 'name' : 'pattern';
}

/** Fast variants cost several times as much as their namesakes, and other sizes (`-8b`) a fraction. */
const isOtherProduct = /^[-:](?:fast|\d+b)\b/;

/** `claude-opus-5` is a prefix of `claude-opus-5-5`, and `gpt-4` of `gpt-4.1` and `gpt-4o`, which are other models. */
function isOtherVersion(part: string, rest: string): boolean {
  if (!/\d$/.test(part)) return false;
  // `gemini-2.0-flash-0` stands for its builds `-001` and `-002`: no version begins with 0.
  if (/-0\d*$/.test(part) && /^\d+$/.test(rest)) return false;
  // Three or more digits are a date or a build: `-20250929`, `-001`. Two pairs are a month and a day.
  return /^[a-z]/.test(rest) || (/^[-._]?\d{1,2}(?!\d)/.test(rest) && !/^-\d\d-\d\d(?!\d)/.test(rest));
}
