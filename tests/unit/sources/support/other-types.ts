/** Values that no reader expects. */
const strangers: readonly unknown[] = [null, 5, 'text', true, [], [null], {}];

/**
 * The same document, or lines of documents, with one value at a time replaced by one of another type, at every place.
 */
export function* withOtherTypes(text: string): Generator<string> {
  const documents = isJson(text) ? [text] : text.split('\n').filter((line) => line.trim() !== '');
  for (const [at, document] of documents.entries()) {
    // Some fixtures contain a broken line.
    if (!isJson(document)) continue;
    for (const stranger of strangers) {
      for (const changed of replacements(JSON.parse(document), stranger))
        yield documents.with(at, JSON.stringify(changed)).join('\n');
    }
  }
}

function* replacements(value: unknown, stranger: unknown): Generator {
  yield stranger;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const changed of replacements(inner, stranger)) {
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // So it is a file of lines.
    return false;
  }
}
