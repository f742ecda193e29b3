/** The keys of a JSON object, each with its value if that is a string, else null. */
export type TopLevelKeys = ReadonlyMap<string, string | null>;

/**
 * The keys of the first JSON object in `head`, each with its value if that is a string, else null. `head` may be cut
 * off anywhere, so it can't be parsed as a whole. For an array, its first element is used. Empty if it isn't JSON.
 */
export function topLevelKeys(head: string): TopLevelKeys {
  const keys = new Map<string, string | null>();
  const start = /^[\s\uFEFF[]*\{/.exec(head);
  if (start === null) return keys;

  const token = /"((?:[^"\\]|\\.)*)"|[{}[\]:,]/gs;
  token.lastIndex = start[0].length;
  let depth = 1;
  let key: string | null = null;
  let isKeyNext = true;
  for (let match = token.exec(head); match !== null && depth > 0; match = token.exec(head)) {
    const text = match[1];
    if (text === undefined) {
      if (match[0] === '{' || match[0] === '[') depth += 1;
      else if (match[0] === '}' || match[0] === ']') depth -= 1;
      else if (depth === 1 && match[0] === ',') isKeyNext = true;
    } else if (depth === 1 && isKeyNext) {
      key = text;
      isKeyNext = false;
      keys.set(key, null);
    } else if (depth === 1 && key !== null) keys.set(key, text);
  }
  return keys;
}
