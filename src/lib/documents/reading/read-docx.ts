import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { DocumentError, limits } from '../document';

/** The parts of a DOCX that are visible to its readers, in output order: the document, then headers and the like. */
const parts = [
  /^word\/document\d*\.xml$/,
  /^word\/header\d*\.xml$/,
  /^word\/footer\d*\.xml$/,
  /^word\/(foot|end)notes\.xml$/,
];

/** The text of a Word document: paragraphs on separate lines, table cells separated by tabs. */
export function readDocx(bytes: Uint8Array): string {
  const files = unpack(bytes);
  const names = parts.flatMap((part) => Object.keys(files).filter((name) => part.test(name)));
  if (names.length === 0) throw new DocumentError('unknown-kind');
  return names.map((name) => textOfPart(strFromU8(files[name] ?? new Uint8Array()))).join('\n');
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = parts.some((part) => part.test(name));
        // fflate unpacks into a buffer of this size, and stops if a part is larger than it states.
        if (isWanted && originalSize > limits.partBytes) throw new DocumentError('too-large');
        return isWanted;
      },
    });
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError('damaged', { cause });
  }
}

function textOfPart(xml: string): string {
  const text: string[] = [];
  let isText = false;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === 'w:t') isText = true;
        else if (name === 'w:tab') text.push('\t');
        else if (name === 'w:br' || name === 'w:cr') text.push('\n');
      },
      ontext(piece) {
        if (isText) text.push(piece);
      },
      onclosetag(name) {
        if (name === 'w:t') isText = false;
        else if (name === 'w:p') text.push('\n');
        else if (name === 'w:tc') text.push('\t');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  // A cell is also a paragraph; its line break would separate it from the next cell.
  return text.join('').replaceAll('\n\t', '\t');
}
