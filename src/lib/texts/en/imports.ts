import { counted } from '../counted';

export const imports = {
  title: 'Import',
  lead: 'Drop a folder of logs, or paste an API’s response. Importing the same folder again adds only what is new.',
  dropTitle: 'Drop folders or files here',
  dropHint:
    'Logs of Claude Code, Codex, Gemini, OpenCode and Copilot, exports of providers and proxies, also packed (.zip, .tar, .gz, .zst). Only token counts, model, folder and time are kept; prompts and answers never are.',
  chooseFolder: 'Choose folder',
  chooseFiles: 'Choose files',
  paste: 'Paste',
  /** The name of what was pasted, in place of a file's. */
  pastedName: 'Pasted text',
  pasteEmpty: 'There is no text in the clipboard. Copy an API’s response or rows of a table first.',
  pasteRefused:
    'The browser did not hand over the clipboard. Press Ctrl V (⌘ V on a Mac) on this page instead.',
  pathsTitle: 'Where the logs are',
  pathsHint: 'Folders that begin with a dot are hidden in file dialogs. Press',
  pathsMac: '⌘ ⇧ .',
  pathsMacSuffix: 'on a Mac or',
  pathsLinux: 'Ctrl H',
  pathsLinuxSuffix: 'on Linux to show them, paste the path, or drop the folder instead.',
  pathsWindows: 'On Windows, ~ is your user folder: %USERPROFILE%\\.claude\\projects, for example.',
  copyPath: (path: string) => `Copy ${path}`,
  knownSources: (count: string) => `All ${count} kinds of files that are recognised`,
  knownSourcesHint: 'Files are recognised by their content, whatever they are called.',
  where: 'Where its files are',
  anywhere: 'Anywhere',
  certainty: 'How sure',
  certainties: {
    'real files': 'Real files seen',
    'tool source': 'The tool’s source code read',
    documentation: 'Documentation only',
    'other trackers': 'Other trackers’ readers only',
  },
  retention: 'Claude Code deletes its logs after 30 days. What you have imported stays.',

  running: 'Importing',
  collecting: 'Looking for files …',
  filesProgress: (done: string, all: number) => `${done} of ${counted(all, 'file', 'files')}`,
  bytesProgress: (done: string, all: string) => `${done} of ${all}`,
  eventsProgress: (count: number) => counted(count, 'usage event', 'usage events'),
  left: (time: string) => `about ${time} left`,
  progressLabel: 'Import progress',
  cancelling: 'Stopping …',
  alreadyRunning: 'An import is already running. Wait for it or cancel it first.',

  done: 'Import finished',
  cancelled: 'Import stopped',
  cancelledHint: 'What was read until then is stored. Import again to read the rest.',
  failed: 'The import failed',
  failedHint: 'What was stored before stays. Importing again counts nothing twice.',
  nothing: 'Nothing to import',
  nothingHint: 'No readable files were in what you dropped or chose.',
  nothingRecognised: 'No usage logs were recognised in these files.',
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

  problemsTitle: 'What was skipped, and why',
  problemsCount: (count: number) => counted(count, 'problem', 'problems'),
  /** Only files that hold no usage, as pictures, were left out. */
  leftOut: 'Left out',
  noProblems: 'Nothing was skipped.',
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
    link: 'See the imports',
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
  undone: (count: number) =>
    `Removed what that import brought: ${counted(count, 'usage event', 'usage events')}.`,
  undoFailed: 'The import could not be undone. Nothing was changed.',
  statuses: { running: 'Not finished', finished: 'Finished', cancelled: 'Stopped', undone: 'Undone' },
  /** What is no tool's own name. */
  sources: { mixed: 'Several', manual: 'Entered by hand' } as Record<string, string>,
  noSource: 'Nothing recognised',
};
