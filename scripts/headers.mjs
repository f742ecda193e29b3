/**
 * A rule of a `_headers` file: which paths it matches, and the headers it sets.
 * @typedef {{ matches: (path: string) => boolean; headers: [name: string, value: string][] }} HeaderRule
 */

/**
 * Parses a Netlify-style `_headers` file: a path in which `*` matches any text, then its headers, indented.
 * @param {string} text
 * @returns {HeaderRule[]} in the file's order
 */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ matches: pathMatcher(line.trim()), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 0 || !rule) throw new Error(`_headers: cannot read "${line}".`);
    rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * The headers of a path. As on static hosts, every matching rule applies, and the values of a repeated header are
 * joined with commas.
 * @param {HeaderRule[]} rules
 * @param {string} path the address's path, without its query
 * @returns {Map<string, string>} by lower-case name
 */
export function headersFor(rules, path) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [name, value] of rules.filter((rule) => rule.matches(path)).flatMap((rule) => rule.headers)) {
    const key = name.toLowerCase();
    const before = found.get(key);
    found.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return found;
}

/** @param {string} pattern */
function pathMatcher(pattern) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`);
  return (/** @type {string} */ path) => expression.test(path);
}
