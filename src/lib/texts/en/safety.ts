import { counted } from '../counted';

/** What was done to keep the data safe, and what a person can do for it. */
export const safety = {
  markRestored:
    'The beginning of your database file was damaged. Tokentab repaired it and kept a copy. Run the integrity check in Settings.',
  setAside: (size: string) =>
    `A damaged file of ${size} was found in Tokentab’s storage. It was set aside, not deleted.`,

  title: 'Data safety',
  text: 'Your data is only in this browser. Tokentab backs it up automatically, after imports and once a day, and opens every backup to check it.',
  levels: { green: 'Safe', amber: 'Could be safer', red: 'Damaged' },
  advice: {
    nothing: 'Nothing to do.',
    'back-up': 'There is no recent backup.',
    protect:
      'The browser may clear your data when the disk is nearly full, and no recent copy is outside the browser.',
    copy: 'No copy has been saved outside this browser for 30 days. If the browser’s data is lost, so are the backups.',
    damaged:
      'The last check found damage in the database. Restore the last good backup, or recover what can be read.',
  },
  backUp: 'Back up now',
  backingUp: 'Backing up…',
  backedUp: 'Backed up and checked.',
  backUpFailed: 'The backup failed.',
  protect: 'Protect my data',
  saveCopy: 'Save a copy',
  lastBackup: 'Last backup',
  lastCheck: 'Last check',
  lastCopy: 'Last copy outside this browser',
  never: 'Never',
  room: 'Space for backups',
  roomUsed: (used: string, most: string) => `${used} of at most ${most}`,
  safari:
    'Safari deletes a website’s data after seven days without a visit. Install Tokentab first (Share, then Add to Dock or Add to Home Screen): an installed app is exempt.',

  folder: 'Backup folder',
  folderText:
    'Tokentab can also copy each backup into a folder on your disk, which survives if the browser’s data is lost.',
  chooseFolder: 'Choose a folder…',
  folderIs: (name: string) => `Each backup is also copied into “${name}”.`,
  folderPaused: (name: string) =>
    `The browser needs your permission again before Tokentab can write to “${name}”. Until then, no backup is copied there.`,
  allowFolder: 'Allow again',
  stopFolder: 'Stop copying',
  folderWorks: 'Backed up, and copied into the folder.',
  folderFailed: 'The backup could not be copied into the folder.',

  backups: 'Backups',
  noBackups: 'No backups yet.',
  when: 'Created',
  holds: 'Usage events',
  eventCount: (count: number) => counted(count, 'usage event', 'usage events'),
  size: 'Size',
  actions: 'Actions',
  before: { restore: 'before a restore', merge: 'before changes were added' },
  restore: 'Restore…',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  download: 'Save',
  downloadOf: (when: string) => `Save the backup of ${when} as a file`,
  downloadFailed: 'The backup could not be read.',
  restoreFile: 'Restore from a file…',

  look: 'Checking the file…',
  previewTitle: 'Restore this backup?',
  previewText: 'Your current data is backed up first, and you can undo the restore.',
  previewTextAtOpening: 'Your current data is set aside, not deleted.',
  here: 'Current data',
  there: 'In the backup',
  projects: 'Projects',
  events: 'Usage events',
  tokens: 'Tokens',
  from: 'First day',
  to: 'Last day',
  none: '–',
  losses: 'Not everything could be read:',
  lossOf: (table: string, rows: number | null) =>
    rows === null ? `${table}: some rows, how many is unknown` : `${table}: ${counted(rows, 'row', 'rows')}`,
  replace: 'Replace current data',
  cancel: 'Cancel',
  restoring: 'Restoring…',
  restored: 'The backup was restored.',
  restoreUndone: 'The restore was undone.',
  restoreFailed: 'The backup could not be restored.',

  devices: 'Other devices',
  devicesText:
    'Combine the data of two browsers or devices: save a file on one and add it on the other, then do the same in reverse. Usage that both have counts once. Where both changed the same thing, the later change wins. The file is the only thing that leaves this browser.',
  saveChanges: 'Save changes for another device',
  passphraseToSave: 'Passphrase (optional)',
  passphraseHint:
    'With a passphrase, the file is encrypted and can only be opened with it. A lost passphrase can’t be recovered.',
  passphraseOfFile: 'This file is encrypted. Passphrase:',
  openFile: 'Open the file',
  savingChanges: 'Saving…',
  takeIn: 'Add changes from a file…',
  takeInTitle: 'Add the changes in this file?',
  takeInText: 'Your current data is backed up first, and you can undo this.',
  nothingNew: 'You already have everything in this file.',
  comparing: 'Comparing it with your data…',
  takingIn: 'Adding changes…',
  inFile: 'In the file',
  afterwards: 'Afterwards',
  decisions: (count: number) =>
    `The file has ${counted(count, 'newer change', 'newer changes')} to names, clients, pins, settings and prices.`,
  takeInNow: 'Add changes',
  tookIn: (events: number) =>
    events === 0
      ? 'Added the changes.'
      : `Added the changes: ${counted(events, 'new usage event', 'new usage events')}.`,
  takeInUndone: 'Everything is as it was before.',
  takeInFailed: 'The changes could not be added.',

  rescue: 'Get your data back',
  rescueText: 'Each option is checked first, and nothing is deleted.',
  salvage: 'Recover what can be read…',
  salvageTitle: 'Use what could be recovered?',
  recovered: 'Recovered',
  salvageFailed: 'Nothing could be recovered.',
};
