/** A file that begins with more whitespace than this isn't treated as JSON. */
const longestBlank = 64 * 1024;

/** Whether a decoded file begins as JSON, ignoring marks, whitespace and NULs (of UTF-16). */
export function startsAsJson(head: string): boolean {
  return /^[\s\0\ufeff\ufffd]*[[{]/.test(head);
}

export interface Peeked<Start> {
  start: Start;
  /** All chunks, including those that were inspected. */
  all: AsyncIterable<Uint8Array>;
}

/** Returns the first bytes of a file that aren't marks or whitespace, and still the whole file. */
export async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Peeked<string>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start = '';
  const all = await peekUntil(chunks, (chunk) => {
    start += decoder.decode(chunk, { stream: true });
    return start.length >= longestBlank || /[^\s\0\ufeff\ufffd]/.test(start);
  });
  return { start, all };
}

/** Returns the first `length` bytes (fewer if there are no more), and still the whole file. */
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
 * Passes chunks to `isEnough` until it returns true. If reading fails meanwhile, `all` yields what came before, then
 * the error. Rejects only if nothing came before.
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
      // Copied, because the producer may reuse the chunk's memory.
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
