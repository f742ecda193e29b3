/** The kind of a document, judged by its content and never by its name. */
export type DocumentKind = 'pdf' | 'docx' | 'html' | 'text';

/** The text of a document, as a model would receive it. */
export interface DocumentText {
  kind: DocumentKind;
  /** The number of pages of a PDF; null for formats without pages. */
  pages: number | null;
  /** The number of pages without any text, which are probably scans. */
  pagesWithoutText: number;
  /** In Unicode's NFKC form. */
  text: string;
  /** The share of characters (0 to 1) that carry no meaning, because the document's fonts don't say which letters they draw. */
  unreadableShare: number;
}

/**
 * Why a document cannot be used. `empty`: no bytes or no text. `scan`: pages that are pictures, without text. `locked`: it needs a
 * password. `damaged`: cut off or broken. `unknown-kind`: neither PDF, DOCX, HTML nor text. `too-large`: see `limits`.
 * `stuck`: reading it didn't end. `not-stored`: the browser has no room for its text.
 */
export type DocumentProblem =
  'empty' | 'scan' | 'locked' | 'damaged' | 'unknown-kind' | 'too-large' | 'stuck' | 'not-stored';

export class DocumentError extends Error {
  constructor(
    readonly problem: DocumentProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

/** A document is data from somebody else: whatever it says about itself, it may cost no more than this. */
export const limits = {
  /** Of the file. */
  bytes: 64 * 1024 * 1024,
  /** Of one unpacked part of a DOCX. */
  partBytes: 64 * 1024 * 1024,
  characters: 20_000_000,
  pages: 5_000,
} as const;
