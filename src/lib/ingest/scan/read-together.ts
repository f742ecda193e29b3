/** A part is read while the one before it is being parsed, so it shouldn't take long. */
const bytesPerPart = 4 * 1024 * 1024;
const filesPerPart = 200;

/** A file's place in the list, and all of its bytes if they were read together with those of others. */
export interface FileOfPart {
  index: number;
  bytes?: Uint8Array;
}

/**
 * Reads small files together: each read is a request to the browser's own process, which takes longer than reading a
 * small file. Yields the files in their order. One whose bytes are missing must be read alone: it is large, or one of
 * its part could not be read.
 */
export async function* readTogether(files: readonly Blob[]): AsyncGenerator<FileOfPart> {
  const parts = partsOf(files);
  let next = parts[0] && readPart(parts[0]);
  for (let part = 0; part < parts.length; part += 1) {
    const current = next;
    const following = parts[part + 1];
    next = following && readPart(following);
    for (const file of (await current) ?? []) yield file;
  }
}

type Part = { index: number; file: Blob }[];

function partsOf(files: readonly Blob[]): Part[] {
  const parts: Part[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const [index, file] of files.entries()) {
    bytes += file.size;
    const part = parts.at(-1);
    if (part === undefined || bytes > bytesPerPart || part.length === filesPerPart) {
      parts.push([{ index, file }]);
      bytes = file.size;
    } else part.push({ index, file });
  }
  return parts;
}

/** Never rejects: nobody may be awaiting a part that was read ahead. */
async function readPart(part: Part): Promise<FileOfPart[]> {
  const alone = part.map(({ index }) => ({ index }));
  const size = part.reduce((sum, { file }) => sum + file.size, 0);
  if (part.length === 1 || size > bytesPerPart) return alone;
  try {
    const all = new Uint8Array(await new Blob(part.map(({ file }) => file)).arrayBuffer());
    if (all.length !== size) return alone;
    let end = 0;
    return part.map(({ index, file }) => ({ index, bytes: all.subarray(end, (end += file.size)) }));
  } catch {
    // One of them is gone, locked or has changed. Reading each alone shows which.
    return alone;
  }
}
