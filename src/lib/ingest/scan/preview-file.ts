import { TokentabError } from '../../model/errors';
import { previewTables, type TablePreview } from '../../sources/mapped-table/preview';
import type { ChosenFile } from '../files/chosen-file';
import { fileChunks, readFirstChunk, UnreadableFile } from './file-chunks';
import { archiveKind, unpack } from '../unpack/unpack';

/**
 * The first rows of a table, read from the file as it is now. For an archive, those of the packed file with this
 * path, or of the first one if the path is the archive's own.
 * @throws `NotFound` if the file can no longer be read
 */
export async function previewFile(
  { chosen, path }: { chosen: ChosenFile; path: string },
  rows: number,
): Promise<readonly TablePreview[]> {
  try {
    const file = (await chosen.reopen?.())?.file ?? chosen.file;
    const first = await readFirstChunk(file);
    const chunks = fileChunks(file, first);
    if (archiveKind(first) === null) return await previewTables(chunks, rows);
    for await (const packed of unpack(chosen.path, chunks, () => undefined)) {
      if (packed.path === path || path === chosen.path) return await previewTables(packed.chunks, rows);
    }
  } catch (error) {
    if (error instanceof TokentabError && error.code !== 'BadInput') throw error;
    if (error instanceof UnreadableFile || error instanceof DOMException || error instanceof TokentabError)
      throw unreadable(error);
    throw error;
  }
  throw unreadable('gone from the archive');
}

function unreadable(cause: unknown): TokentabError {
  return new TokentabError('NotFound', 'file-unreadable', cause);
}
