import { counted } from '../counted';

export const connected = {
  title: 'Connected folders',
  lead: 'A connected folder is read by itself: when Tokentab opens and whenever a tool writes to it. The browser may ask again after a restart; once Tokentab is installed, it no longer does.',
  connect: 'Connect folder',
  connectFailed: 'The folder could not be connected.',
  startFailed: 'The connected folders could not be read.',
  forget: 'Forget',
  forgetLabel: (name: string) => `Forget the folder ${name}`,
  forgetFailed: 'The folder could not be forgotten.',
  resume: 'Resume',
  resumeLabel: (name: string) => `Resume reading ${name}`,
  again: 'Try again',
  againLabel: (name: string) => `Try to read ${name} again`,
  pausedBanner: (names: string) => `Reading is paused until you allow it again: ${names}.`,
  otherTab: 'Another tab of Tokentab reads it.',
  waiting: 'Not read yet.',
  reading: 'Reading …',
  readingFiles: (done: string, all: number) => `Reading ${done} of ${counted(all, 'file', 'files')} …`,
  ready: (when: string) => `Up to date since ${when}.`,
  watched: 'New usage shows by itself.',
  notWatched: 'This browser cannot watch it: it is read again when Tokentab opens.',
  added: (count: number) => counted(count, 'usage event is new.', 'usage events are new.'),
  paused: 'The browser wants to be asked again before it may be read.',
  refused:
    'The browser refuses to read it. Allow it in the site’s settings beside the address, or drop the folder.',
  gone: 'It is no longer there. Put it back and try again, or forget it. What was read stays.',
};
