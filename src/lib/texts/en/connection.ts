import { counted } from '../counted';

/** What a person reads when the database cannot be opened: what happened, what is safe, what to do. */
export const connection = {
  upgrade: {
    title: 'Upgrading your database',
    body: 'Tokentab is upgrading your database to a format that takes a quarter of the space. This happens once and can take a few minutes. You can close this page: nothing is lost, and the upgrade starts again next time.',
  },
  readOnly: {
    title: 'Read-only',
    body: 'The disk or this site’s storage quota is full, so nothing can be saved. You can look at all your data and save a copy of it. Free some space, then try again.',
    damaged:
      'Damage was found in the database file, so nothing more is written to it. You can look at your data and save a copy. In the settings, restore the last good backup or recover what can be read.',
    getBack: 'Get your data back',
  },
  details: 'Technical details',
  reload: 'Reload',
  tryAgain: 'Try again',
  saveCopy: 'Save a copy',
  saveCopyFailed: 'The copy could not be saved.',
  saveRawFile: 'Save the raw file',
  rawFileFailed: 'The raw file couldn’t be read.',
  tryWithoutSaving: 'Try it without saving',
  noStorage: {
    title: 'This window can’t store your data',
    body: 'Tokentab keeps everything in this browser’s private file storage, which isn’t available in this window. Private windows often have none. Nothing was lost.',
    hint: 'Open Tokentab in a normal window of Chrome, Edge, Firefox or Safari. Or try it without saving: what you import is lost when you close the tab.',
  },
  busy: {
    title: 'Your database is in use elsewhere',
    body: 'Another window or program is using the storage. Your data is safe.',
    hint: 'Close other windows of Tokentab, then try again.',
  },
  corrupt: {
    title: 'Your database is damaged',
    body: 'SQLite reports that the file is damaged. Tokentab has stopped writing to it, so the damage can’t spread.',
    hint: 'Your log files are untouched. Save the raw file first: most of it can usually be recovered. Then reload. Don’t clear this site’s data.',
  },
  newer: {
    title: 'Your data was written by a newer Tokentab',
    body: 'This page is an older version and never writes to newer data. Your data is safe.',
    hint: 'Reload to get the current version. If you see this page again, close all Tokentab tabs and open one again.',
  },
  gone: {
    title: 'The stored data was cleared while Tokentab was open',
    body: 'This site’s data was removed. This tab may still hold a complete copy, but nothing is on disk anymore.',
    hint: 'Save a copy now, before you reload or close this tab.',
  },
  missing: {
    title: 'Your data is no longer where it was stored',
    body: 'The database file is missing from this browser’s storage, although the rest of the site’s data is there. Nothing was changed, and no empty database was put in its place.',
    hint: 'Something outside Tokentab may have removed it, or the disk failed. Restore a backup if there is one; if not, start again and import your logs.',
    lastSeen: (events: number, day: string) =>
      `It contained ${counted(events, 'usage event', 'usage events')} when it was last opened, on ${day}.`,
  },
  startEmpty: 'Start with an empty database',
  startEmptyText: 'What is stored now is set aside, not deleted.',
  full: {
    title: 'Storage is full',
    body: 'The disk or this site’s storage quota is full. Everything saved before is safe.',
    hint: 'Free some space, then try again.',
  },
  other: {
    title: 'Tokentab could not open your database',
    body: 'Your data has not changed.',
    hint: 'Reload the page. If this happens again, copy the details into a bug report.',
  },
  outdated: {
    title: 'A newer Tokentab is open in another tab',
    body: 'This tab runs an older version and has stopped, so that two versions never write at once. Your data is safe.',
    hint: 'Reload this tab to continue.',
  },
};
