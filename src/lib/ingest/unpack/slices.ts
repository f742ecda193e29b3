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
