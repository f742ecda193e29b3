import { DocumentError, limits, type DocumentKind, type DocumentText } from '../document';
import { fetchCharacterMap, type CharacterMapLoader } from './character-maps';

/**
 * Extracts the text of a document: PDF, DOCX, HTML, or plain text including Markdown. The kind is detected from the
 * bytes. Readers are loaded when they are first needed. Rejects with a `DocumentError` if there is no usable text.
 * @param bytes the whole file; it isn't kept
 * @param loadMap loads a table of characters, which few PDFs need
 */
export async function readDocument(
  bytes: Uint8Array,
  loadMap: CharacterMapLoader = fetchCharacterMap,
): Promise<DocumentText> {
  if (bytes.length === 0) throw new DocumentError('empty');
  if (bytes.length > limits.bytes) throw new DocumentError('too-large');
  const kind = kindOf(bytes);
  const read = await readerOf(kind, loadMap)(bytes);
  if (read.text.length > limits.characters) throw new DocumentError('too-large');
  // PDFs store Arabic and ligatures in presentation forms, which models read worse and tokenizers count higher.
  const text = read.text.normalize('NFKC').trim();
  if (text === '' && read.isTextMissing) throw new DocumentError('no-character-map');
  if (text === '') throw new DocumentError(kind === 'pdf' ? 'scan' : 'empty');
  return { kind, ...read, text, unreadableShare: unreadableShare(text) };
}

/** Loads the readers of all kinds, so that the service worker keeps their code for offline use. */
export async function loadReaders(): Promise<void> {
  await Promise.all([import('./read-pdf'), import('./read-docx'), import('./read-html')]);
}

type Read = Pick<DocumentText, 'text' | 'pages' | 'pagesWithoutText' | 'isTextMissing'>;

function readerOf(kind: DocumentKind, loadMap: CharacterMapLoader): (bytes: Uint8Array) => Promise<Read> {
  const withoutPages = (text: string): Read => ({
    text,
    pages: null,
    pagesWithoutText: 0,
    isTextMissing: false,
  });
  switch (kind) {
    case 'pdf':
      return async (bytes) => (await import('./read-pdf')).readPdf(bytes, loadMap);
    case 'docx':
      return async (bytes) => withoutPages((await import('./read-docx')).readDocx(bytes));
    case 'html':
      return async (bytes) => withoutPages((await import('./read-html')).readHtml(decode(bytes)));
    case 'text':
      return (bytes) => Promise.resolve(withoutPages(decode(bytes)));
  }
}

function kindOf(bytes: Uint8Array): DocumentKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  // Some programs write up to a kilobyte of other data before a PDF's first bytes.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  if (/^[\s\uFEFFï»¿]*(<!doctype html|<html|<head|<body|<!--)/i.test(head)) return 'html';
  return 'text';
}

/** Decodes UTF-8, or UTF-16 with its mark. Any other bytes aren't text. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (cause) {
    if (!bytes.includes(0)) return new TextDecoder('windows-1252').decode(bytes);
    throw new DocumentError('unknown-kind', { cause });
  }
  throw new DocumentError('unknown-kind');
}

/**
 * The share of control characters, replacement characters and private use characters, which fonts without a Unicode
 * map produce.
 */
function unreadableShare(text: string): number {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const unreadable = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return unreadable / text.length;
}
