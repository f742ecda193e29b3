import type { NameMatch } from './price-table';

/** Whether a lower-case name matches. A match that would reach into another version of the model is none. */
export function nameMatches(match: NameMatch, name: string): boolean {
  if ('or' in match) return match.or.some((each) => nameMatches(each, name));
  if ('and' in match) return match.and.every((each) => nameMatches(each, name));
  if ('equals' in match) return name === match.equals.toLowerCase();
  if ('ends_with' in match) return name.endsWith(match.ends_with.toLowerCase());
  if ('regex' in match) return new RegExp(match.regex).test(name);
  const part = ('starts_with' in match ? match.starts_with : match.contains).toLowerCase();
  const at = name.indexOf(part);
  if (at < 0 || ('starts_with' in match && at > 0)) return false;
  return !isOtherVersion(part, name.slice(at + part.length));
}

/** `claude-opus-5` begins like `claude-opus-5-5`, and `gpt-4` like `gpt-4.1` and `gpt-4o`: those are other models. */
function isOtherVersion(part: string, rest: string): boolean {
  if (!/\d$/.test(part)) return false;
  // Three digits and more are a date or a build: `-20250929`, `-001`. Two pairs are a month and a day.
  return /^[a-z]/.test(rest) || (/^[-._]?\d{1,2}(?!\d)/.test(rest) && !/^-\d\d-\d\d(?!\d)/.test(rest));
}
