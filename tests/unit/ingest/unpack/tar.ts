interface Entry {
  name: string;
  /** `0`: a file, `5`: a folder, `2`: a link, `L`: the long name of the next entry. */
  kind?: string;
  content: string | Uint8Array;
}

/** A tar archive in the format of GNU tar. */
export function tarOf(entries: readonly Entry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, kind = '0', content }) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const isLong = name.length > 100;
    const before = isLong ? [header('././@LongLink', 'L', name.length), padded(Buffer.from(name))] : [];
    return [...before, header(name.slice(0, 100), kind, bytes.length), padded(bytes)];
  });
  return Uint8Array.from(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function header(name: string, kind: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write(kind, 156);
  block.write('ustar  \0', 257);
  return block;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
