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
  /** The share of meaningless characters (0 to 1), from fonts that don't map their glyphs to letters. */
  unreadableShare: number;
  /** Whether text of fonts is missing because a table of their characters could not be loaded. */
  isTextMissing: boolean;
}

/**
 * Why a document can't be used. `empty`: no bytes or no text. `scan`: pages are images without text. `locked`: it needs
 * a password. `damaged`: truncated or broken. `unknown-kind`: not PDF, DOCX, HTML or text. `too-large`: see `limits`.
 * `stuck`: reading it took too long. `not-stored`: the browser has no space for its text. `no-character-map`: all of its
 * text is in fonts whose tables of characters could not be loaded.
 */
export type DocumentProblem =
  | 'empty'
  | 'scan'
  | 'locked'
  | 'damaged'
  | 'unknown-kind'
  | 'too-large'
  | 'stuck'
  | 'not-stored'
  | 'no-character-map';

export class DocumentError extends Error {
  constructor(
    readonly problem: DocumentProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

/** Documents are untrusted, so these limits apply whatever sizes they state. */
export const limits = {
  /** Of the file. */
  bytes: 64 * 1024 * 1024,
  /** Of one unpacked part of a DOCX. */
  partBytes: 64 * 1024 * 1024,
  characters: 20_000_000,
  pages: 5_000,
} as const;
