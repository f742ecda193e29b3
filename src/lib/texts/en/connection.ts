/** What a person reads when the database cannot be opened: what happened, what is safe, what to do. */
export const connection = {
  connecting: 'Opening your database …',
  details: 'Technical details',
  reload: 'Reload',
  tryAgain: 'Try again',
  saveCopy: 'Save a copy',
  saveCopyFailed: 'The copy could not be saved.',
  saveRawFile: 'Save the raw file',
  nothingStored: 'This browser holds no file of Tokentab.',
  rawFileFailed: 'The raw file couldn’t be read.',
  tryWithoutSaving: 'Try it without saving',
  noStorage: {
    title: 'This window has no place to keep your data',
    body: 'Tokentab keeps everything in this browser’s private file storage, and this window offers none. Private windows often do not. Nothing was lost.',
    hint: 'Open Tokentab in a normal window of Chrome, Edge, Firefox or Safari. Or look around without saving: what you import is then gone when the tab closes.',
  },
  busy: {
    title: 'Your database is in use elsewhere',
    body: 'Something outside this window holds the storage. Your data is safe.',
    hint: 'Close other windows of Tokentab, then try again.',
  },
  corrupt: {
    title: 'Your database is damaged',
    body: 'SQLite says that the file is not as it should be. Tokentab has stopped and writes nothing more, so that it gets no worse.',
    hint: 'Your log files are untouched. Save the raw file first: most of it can usually be recovered. Then reload. Don’t clear this site’s data.',
  },
  newer: {
    title: 'Your data was written by a newer Tokentab',
    body: 'This page is an older version and never writes to newer data. Your data is safe.',
    hint: 'Reload to get the current version. If this page comes back, close all tabs of Tokentab and open it again.',
  },
  gone: {
    title: 'The stored data was cleared while Tokentab was open',
    body: 'Somebody or something removed this site’s data. What this tab has in hand may still be complete, but it is no longer on disk.',
    hint: 'Save a copy now, before you reload or close this tab.',
  },
  full: {
    title: 'There is no room left',
    body: 'The disk or the room for this site is full. Everything stored before is safe.',
    hint: 'Free some space, then try again.',
  },
  other: {
    title: 'Tokentab could not open your database',
    body: 'Your data is as it was.',
    hint: 'Reload the page. If this comes back, copy the details into a report.',
  },
  outdated: {
    title: 'A newer Tokentab is open in another tab',
    body: 'This tab is an older version and has stopped, so that both do not write at once. Your data is safe.',
    hint: 'Reload this tab to go on.',
  },
};
