import { counted } from '../counted';

export const connected = {
  title: 'Connected folders',
  lead: 'A connected folder is read automatically: when Tokentab opens and whenever a tool writes to it. After a restart, the browser may ask for permission again, unless Tokentab is installed.',
  connect: 'Connect folder',
  connectFailed: 'The folder could not be connected.',
  startFailed: 'The connected folders could not be read.',
  forget: 'Disconnect',
  forgetLabel: (name: string) => `Disconnect the folder ${name}`,
  forgetFailed: 'The folder could not be disconnected.',
  resume: 'Resume',
  resumeLabel: (name: string) => `Resume reading ${name}`,
  again: 'Try again',
  againLabel: (name: string) => `Try to read ${name} again`,
  pausedBanner: (names: string) => `Paused until you allow access again: ${names}.`,
  otherTab: 'Another Tokentab tab is reading this folder.',
  waiting: 'Not read yet.',
  reading: 'Reading…',
  readingFiles: (done: string, all: number) => `Reading ${done} of ${counted(all, 'file', 'files')}…`,
  ready: (when: string) => `Up to date since ${when}.`,
  watched: 'New usage appears automatically.',
  notWatched: 'This browser can’t watch folders, so this one is read when Tokentab opens.',
  added: (count: number) => counted(count, 'usage event is new.', 'usage events are new.'),
  paused: 'Your browser needs permission to read this folder again.',
  refused:
    'The browser blocks access to this folder. Allow it in the site settings next to the address, or drop the folder here.',
  gone: 'The folder no longer exists. Put it back and try again, or disconnect it. Imported usage is kept.',
};
