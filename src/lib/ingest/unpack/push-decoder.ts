import { TokentabError } from '../../model/errors';

/** A push decoder: it passes its output to the function that it was created with. May throw anything. */
export interface PushDecoder {
  /** `isEnd`: whether these are the last bytes. */
  push(bytes: Uint8Array, isEnd: boolean): void;
}

/**
 * Turns a push decoder into a generator. A slice goes in only when all output of the previous one has been taken. If
 * decoding fails, the output so far comes first; then this throws `BadInput`.
 */
export async function* pulled(
  slices: AsyncIterable<Uint8Array>,
  start: (take: (piece: Uint8Array) => void) => PushDecoder,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const decoder = start((piece) => {
    if (piece.length > 0) pieces.push(piece);
  });
  function* decode(slice: Uint8Array, isEnd: boolean): Generator<Uint8Array> {
    let failure: TokentabError | null = null;
    try {
      decoder.push(slice, isEnd);
    } catch (error) {
      failure = error instanceof TokentabError ? error : brokenContent(error);
    }
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
    if (failure !== null) throw failure;
  }
  for await (const slice of slices) yield* decode(slice, false);
  yield* decode(new Uint8Array(0), true);
}

export function brokenContent(cause?: unknown): TokentabError {
  return new TokentabError('BadInput', 'compressed-file-broken', cause);
}
