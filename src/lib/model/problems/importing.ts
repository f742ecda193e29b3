import type { Problem } from '../problem';

/** Why a file of an import was left out, or why reading it stopped. Each code with the values that its sentence names; null if it names none. */
export interface ImportingProblems {
  unrecognized: null;
  'hidden-file': null;
  'empty-file': null;
  'file-unreadable': null;
  'scan-worker-stopped': null;
  'scan-worker-not-started': null;
  'scan-worker-garbled': null;
  'reading-stopped': null;
  'no-such-source': null;
  'archive-too-large': null;
  'archive-too-many-files': null;
  'archive-needs-memory': null;
  'compressed-file-broken': null;
  'archive-broken': null;
  'archive-too-deep': null;
  'unrecognized-like': { extension: string };
  'similar-files-skipped': { extension: string };
  'other-kind-of-file': { kind: OtherKind; extension: string };
  'more-problems': { count: number };
  'file-unopened': { error: string };
  'file-changed-or-missing': { error: string };
  'reading-failed': { why: Problem };
  'archived-file-encrypted': null;
  'archived-file-unknown-method': null;
}

/** Kinds of files that are found next to logs and never contain usage. */
export type OtherKind = 'picture' | 'document' | 'program' | 'media' | 'font' | 'data' | 'setting';
