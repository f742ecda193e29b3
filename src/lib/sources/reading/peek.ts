/** A file that begins with more blanks than this is no JSON to us. */
const longestBlank = 64 * 1024;

/** Whether a file, as far as it is decoded here, begins as JSON: marks, blanks and NULs (of UTF-16) do not count. */
export function startsAsJson(head: string): boolean {
  return /^[\s\0\ufeff\ufffd]*[[{]/.test(head);
}

export interface Peeked<Start> {
  start: Start;
  /** All chunks, those that were looked at too. */
  all: AsyncIterable<Uint8Array>;
}

/** Looks at a file's first bytes that are more than marks and blanks, and gives the whole file all the same. */
export async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Peeked<string>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start = '';
  const all = await peekUntil(chunks, (chunk) => {
    start += decoder.decode(chunk, { stream: true });
    return start.length >= longestBlank || /[^\s\0\ufeff\ufffd]/.test(start);
  });
  return { start, all };
}

/** Looks at the first `length` bytes (fewer where there are no more), and gives the whole file all the same. */
export async function peekBytes(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
): Promise<Peeked<Uint8Array>> {
  const start = new Uint8Array(length);
  let filled = 0;
  const all = await peekUntil(chunks, (chunk) => {
    const piece = chunk.subarray(0, length - filled);
    start.set(piece, filled);
    filled += piece.length;
    return filled === length;
  });
  return { start: start.subarray(0, filled), all };
}

/**
 * Shows chunks to `isEnough` until it says so. Where the content breaks among them, `all` gives what came before, then the
 * error; it rejects only where nothing came.
 */
async function peekUntil(
  chunks: AsyncIterable<Uint8Array>,
  isEnough: (chunk: Uint8Array) => boolean,
): Promise<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let failure: { error: unknown } | null = null;
  for (let isDone = false; !isDone;) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      // Copied: whoever gave the chunk may use its memory again.
      held.push(next.value.slice());
      isDone = isEnough(next.value);
    } catch (error) {
      if (held.length === 0) throw error;
      failure = { error };
      isDone = true;
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* held.splice(0);
      if (failure !== null) throw failure.error;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return all();
}
