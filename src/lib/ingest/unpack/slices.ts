const usualLength = 16 * 1024;

/**
 * Splits chunks into small slices, so that the output of one slice (up to a thousand times its size) fits in memory.
 */
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
