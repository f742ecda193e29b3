import type { OtherKind, ImportingProblems } from '../../../model/problems/importing';
import type { Sentences } from '../../../model/problem';
import { counted } from '../../counted';

const kinds: Record<OtherKind, string> = {
  picture: 'a picture',
  document: 'a document',
  program: 'a program or its source',
  media: 'sound or video',
  font: 'a font',
  data: 'data of another program',
  setting: 'a lock or settings file',
};

const named = (error: string) => (error === '' ? '' : ` (${error})`);

export const importing: Sentences<ImportingProblems> = {
  unrecognized: 'Not a usage log that Tokentab recognizes.',
  'hidden-file': 'Hidden files are not read.',
  'empty-file': 'The file is empty.',
  'file-unreadable': 'The file could not be read.',
  'scan-worker-stopped': 'The worker that reads files stopped.',
  'scan-worker-not-started':
    'The part of Tokentab that reads files could not be started. Please check the connection, reload the page and import again.',
  'scan-worker-garbled': 'The worker that reads files sent something unreadable.',
  'reading-stopped': 'Reading was stopped.',
  'no-such-source': 'Tokentab has no source with this name.',
  'archive-too-large': 'The archive is far larger unpacked than a log would be; the rest was skipped.',
  'archive-too-many-files': 'The archive contains too many files; the rest were skipped.',
  'archive-needs-memory': 'The compressed file needs more memory than a log would.',
  'compressed-file-broken': 'The compressed file is broken or cut off.',
  'archive-broken': 'The archive is broken or cut off.',
  'archive-too-deep': 'The archive is nested too deeply in other archives.',
  'unrecognized-like': ({ extension }) =>
    `Not a usage log that Tokentab recognizes. (${extension === '' ? 'no extension' : `.${extension}`})`,
  'similar-files-skipped': ({ extension }) =>
    `None of a hundred similar files (${extension === '' ? 'no extension' : `.${extension}`}) was a usage log, so the others were skipped, except in the folders of known tools. To read some of them, choose only their folder.`,
  'other-kind-of-file': ({ kind, extension }) =>
    `Not a usage log: ${kinds[kind]} (.${extension}). Others like it were skipped too.`,
  'more-problems': ({ count }) => `and ${counted(count, 'more', 'more')}`,
  'file-unopened': ({ error }) =>
    `The browser could not open it; it may be locked or missing${named(error)}.`,
  'file-changed-or-missing': ({ error }) =>
    `The file could not be read; it may be locked, missing, or changed since it was chosen${named(error)}.`,
  'reading-failed': ({ why }, say) => `Reading the file failed: ${say(why)}`,
  'archived-file-encrypted': 'The file in the archive is encrypted.',
  'archived-file-unknown-method': 'The file in the archive is packed in an unknown way.',
};
