/** Keys of a JSON object, with their values where these are texts (else null). */
export type TopLevelKeys = ReadonlyMap<string, string | null>;

/**
 * The keys of the first JSON object in `head`, with their values where these are texts (else null). The head may end
 * anywhere, so that no parser would take it. An array is taken for its first element. Empty where it is no JSON.
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
