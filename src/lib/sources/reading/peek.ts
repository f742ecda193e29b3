/** A file that begins with more blanks than this is no JSON to us. */
const longestBlank = 64 * 1024;

/** Whether a file, as far as it is decoded here, begins as JSON: marks, blanks and NULs (of UTF-16) do not count. */
export function startsAsJson(head: string): boolean {
  return /^[\s\0\ufeff\ufffd]*[[{]/.test(head);
}

/** Looks at a file's first bytes that are more than marks and blanks, and gives the whole file all the same. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ start: string; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start = '';
  let isDone = false;
  while (!isDone && start.length < longestBlank && !/[^\s\0\ufeff\ufffd]/.test(start)) {
    const next = await iterator.next();
    if (next.done === true) isDone = true;
    else {
      // Copied: whoever gave the chunk may use its memory again.
      held.push(next.value.slice());
      start += decoder.decode(next.value, { stream: true });
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* held;
      while (!isDone) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { start, all: all() };
}
