const usualLength = 16 * 1024;

/** The same bytes in small pieces: what one piece can unpack to at once (a thousandfold) then fits in memory. */
export async function* inSlices(
  chunks: AsyncIterable<Uint8Array>,
  sliceLength = usualLength,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += sliceLength) {
      yield chunk.subarray(start, start + sliceLength);
    }
  }
}

/**
 * Looks at the first `length` bytes (fewer where there are no more), and gives the whole all the same. Where the content breaks
 * among them, what came before is given, then the error; it rejects only where nothing came.
 */
export async function peekBytes(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ start: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  const start: number[] = [];
  let failure: { error: unknown } | null = null;
  while (start.length < length && failure === null) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      held.push(next.value);
      for (const byte of next.value.subarray(0, length - start.length)) start.push(byte);
    } catch (error) {
      if (start.length === 0) throw error;
      failure = { error };
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
  return { start: Uint8Array.from(start), all: all() };
}
