import { counted } from '../counted';

export const imports = {
  title: 'Import',
  lead: 'Drop a folder of logs, or paste an API’s response. Importing the same folder again adds only what is new.',
  dropTitle: 'Drop folders or files here',
  dropHint:
    'Logs of Claude Code, Codex, Gemini, OpenCode, Copilot and some fifty other tools, or exports of providers and proxies. Archives (.zip, .tar, .gz, .zst) work too. Only token counts, model, folder and time are kept, never prompts or answers.',
  chooseFolder: 'Choose folder',
  chooseFiles: 'Choose files',
  paste: 'Paste',
  /** The name of what was pasted, in place of a file's. */
  pastedName: 'Pasted text',
  pasteEmpty: 'The clipboard has no text. Copy an API response or table rows first.',
  pasteRefused:
    'The browser doesn’t allow reading the clipboard. Press Ctrl V (⌘ V on a Mac) on this page instead.',
  pathsTitle: 'Where the logs are',
  pathsHint: 'File dialogs hide folders that begin with a dot. Press',
  pathsMac: '⌘ ⇧ .',
  pathsMacSuffix: 'on a Mac or',
  pathsLinux: 'Ctrl H',
  pathsLinuxSuffix: 'on Linux to show them, paste the path, or drop the folder instead.',
  pathsWindows: 'On Windows, ~ is your user folder: %USERPROFILE%\\.claude\\projects, for example.',
  findTool: 'Find a tool',
  system: 'Operating system',
  inUse: 'Already imported',
  /** After a path. */
  inProject: 'in a project',
  noSuchTool: 'No tool with this name. Drop its folder anyway: files are recognized by their content.',
  allTools: (count: string) => `Show all ${count} tools`,
  onlyDropped: 'This browser doesn’t let you choose this folder. Drop it here instead.',
  wholeFolder:
    'You can also drop your whole home or editor folder. Tokentab finds the logs in it and ignores the rest.',
  copyPath: (path: string) => `Copy ${path}`,
  retention: 'Claude Code deletes its logs after 30 days. What you have imported is kept.',

  running: 'Importing',
  collecting: 'Looking for files…',
  foundTools: (names: string) => `Found logs of ${names}.`,
  filesProgress: (done: string, all: number) => `${done} of ${counted(all, 'file', 'files')}`,
  bytesProgress: (done: string, all: string) => `${done} of ${all}`,
  eventsProgress: (count: number) => counted(count, 'usage event', 'usage events'),
  left: (time: string) => `about ${time} left`,
  progressLabel: 'Import progress',
  cancelling: 'Stopping…',
  alreadyRunning: 'An import is already running. Wait for it or cancel it first.',

  done: 'Import finished',
  cancelled: 'Import stopped',
  cancelledHint: 'Everything read so far is saved. Import again to read the rest.',
  failed: 'The import failed',
  failedHint: 'Everything imported so far is kept. Importing again counts nothing twice.',
  nothing: 'Nothing to import',
  nothingHint: 'What you dropped or chose contains no readable files.',
  nothingRecognised: 'These files contain no usage logs that Tokentab recognizes.',
  /** Without a month it is the current one. */
  seeMonth: (month: string | undefined) => `See ${month ?? 'this month'}`,
  result: {
    filesRead: 'Files read',
    eventsAdded: 'Usage events added',
    eventsReplaced: 'Replaced by a more complete record',
    duplicates: 'Already known',
    filesUnchanged: 'Files unchanged since the last import',
    filesSkipped: 'Files skipped',
    problems: 'Problems',
  },

  problemsTitle: 'Skipped, and why',
  problemsCount: (count: number) => counted(count, 'problem', 'problems'),
  /** Only files that hold no usage, as pictures, were left out. */
  leftOut: 'Left out',
  file: 'File',
  line: 'Line',
  reason: 'Reason',
  count: 'Times',
  moreProblems: (count: string) => `and ${count} more`,

  health: {
    fine: (when: string) => `Logs were last read on ${when}, without problems.`,
    problems: (when: string, count: number) =>
      `Logs were last read on ${when}, with ${counted(count, 'problem', 'problems')}: some usage may be missing.`,
    stopped: (when: string) => `The last import was stopped on ${when}: some usage may be missing.`,
    unfinished: (when: string) => `The import of ${when} did not finish: some usage may be missing.`,
    unread: (folders: string, when: string | undefined) =>
      `Not being read: ${folders}.${when === undefined ? '' : ` Logs were last read on ${when}.`}`,
    link: 'Go to imports',
  },
  historyTitle: 'Imports',
  historyNone: 'No imports yet.',
  corrected: (events: number, tokens: number) =>
    `An earlier version counted some Claude Code responses more than once. This version removed ${counted(events, 'duplicate', 'duplicates')}, so your totals are ${counted(tokens, 'token', 'tokens')} lower.`,
  when: 'When',
  source: 'Source',
  status: 'Status',
  added: 'Added',
  undo: 'Undo',
  undoLabel: (when: string) => `Undo the import of ${when}`,
  undone: (count: number) => `Removed ${counted(count, 'usage event', 'usage events')} from that import.`,
  undoFailed: 'The import could not be undone. Nothing was changed.',
  statuses: { running: 'Not finished', finished: 'Finished', cancelled: 'Stopped', undone: 'Undone' },
  /** What is no tool's own name. */
  sources: { mixed: 'Several', manual: 'Entered by hand', extraction: 'Extraction' } as Record<
    string,
    string
  >,
  unnamedFormat: 'Unnamed format',
  noSource: 'Nothing recognized',
  undoAnyway: 'Undo anyway',
  undoExtraction:
    'These tokens were really used, and no other log contains them. Undoing removes them from all totals permanently.',
};
