import { TokentabError } from '../../model/errors';
import { inSlices } from './slices';

/** The content of a gzip file; throws `BadInput` where it is broken or cut off. */
export async function* unpackGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = inSlices(chunks);
  const failed: { error: Error | null } = { error: null };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const next = await packed.next();
          if (next.done === true) controller.close();
          else controller.enqueue(new Uint8Array(next.value));
        } catch (error) {
          // The file itself could not be read: that goes on as it is.
          failed.error =
            error instanceof Error
              ? error
              : new TokentabError('Unexpected', 'The file cannot be read.', error);
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) yield next.value;
  } catch (error) {
    throw failed.error ?? error;
  } finally {
    // Where it failed there is nothing left to cancel.
    await reader.cancel().catch(() => undefined);
    await packed.return(undefined).catch(() => undefined);
  }
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (error) {
    throw new TokentabError('BadInput', 'The compressed file is broken or cut off.', error);
  }
}
