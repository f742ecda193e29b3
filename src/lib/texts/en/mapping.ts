import type { MappedField } from '../../model/table-mapping';
import { counted } from '../counted';

export const mapping = {
  title: 'Other tables',
  lead: 'Any other CSV, JSON or JSONL with a date and token counts: say once what its columns are, and every file like it is read by itself from then on, whether chosen, dropped, packed or in a connected folder.',
  linkTitle: 'Other CSV and JSONL files',
  linkText: (count: number) =>
    count === 0
      ? 'A table that is recognised by nothing can be described: which column is what.'
      : `${counted(count, 'kind of table is', 'kinds of tables are')} described and read without asking.`,
  open: 'Describe tables',

  unknownTitle: 'Tables that nothing here reads yet',
  unknownText: 'Say once what their columns are, and they are imported.',
  describe: 'Describe this file',
  describeNamed: (file: string) => `Describe this file: ${file}`,
  leaveOut: 'Leave out',
  leaveOutNamed: (file: string) => `Leave out: ${file}`,
  leftOut: (count: number) => `${counted(count, 'file', 'files')} left out; you are not asked again.`,
  sameColumns: (count: number) => `and ${counted(count, 'more', 'more')} like it`,
  moreUnknown: (count: number) => `and ${counted(count, 'other kind of table', 'other kinds of tables')}`,

  savedTitle: 'Described tables',
  savedNone: 'None yet. Choose a file of yours to describe the first one.',
  chooseFile: 'Choose a file',
  chooseOther: 'Choose another file',
  nameColumn: 'Name',
  columnsColumn: 'Columns',
  changedColumn: 'Changed',
  columnsCount: (count: number) => counted(count, 'column', 'columns'),
  menu: (name: string) => `Change or delete ${name}`,
  edit: 'Change',
  rename: 'Rename',
  remove: 'Delete',
  removed: (name: string) => `“${name}” deleted. What it had read stays.`,
  renamed: (before: string, after: string) => `“${before}” is now called “${after}”.`,
  renameTitle: 'Rename the table',
  failed: 'That did not work.',
  unnamed: 'A described table',

  newTitle: 'Describe a table',
  editTitle: (name: string) => `Change “${name}”`,
  notHere: 'There is no such table',
  notHereHint: 'It may have been deleted meanwhile.',
  back: 'All described tables',
  chooseFirst: 'Choose the file that you want to describe. It is only looked at here, in your browser.',
  chooseToCheck: 'Choose such a file to see what is read of it.',
  draftBack: (file: string) =>
    file === ''
      ? 'What you had typed is back.'
      : `What you had typed is back. Choose ${file} once more to import it when you save.`,
  reading: 'The file is being looked at …',
  unreadable: 'The file could not be read; it may be locked, gone, or changed since it was chosen.',
  noTable:
    'No rows were found in this file. A table needs a line of column names and rows below, or JSON objects.',
  alreadyKnown: (name: string) => `“${name}” reads such tables already: you are changing it.`,
  wasDeleted: (name: string) =>
    `You described such tables before, as “${name}”. Saving brings that back, so that nothing counts twice.`,

  previewTitle: (file: string) => `First rows of ${file}`,
  previewLabel: 'First rows of the file',
  /** Within a record its rows have numbers, as they have no lines. */
  lineColumn: (isNumber: boolean): string => (isNumber ? 'Row' : 'Line'),
  moreColumns: (count: number) => `${counted(count, 'more column is', 'more columns are')} not shown.`,

  rowsAt: 'Where the rows are',
  rowsAtHint:
    'A file may hold several lists. What stands around a list is offered as columns that begin with “$.”.',
  placeOption: (place: string, rows: number) =>
    `${place === '' ? 'The file itself' : place} (${rows >= 100 ? '100 or more rows' : counted(rows, 'row', 'rows')})`,
  rowsAre: (place: string) => `The rows are in ${place}.`,

  columnsTitle: 'Which column is what',
  noColumn: 'no column',
  required: 'required',
  requiredNote: 'A date and at least one count are required.',
  fields: {
    occurredAt: 'Date',
    inputTokens: 'Input tokens',
    cacheReadTokens: 'Read from cache',
    cacheWrite5mTokens: 'Written to cache',
    cacheWrite1hTokens: 'Written to cache for 1 h',
    outputTokens: 'Output tokens',
    reasoningTokens: 'Reasoning tokens',
    totalTokens: 'Total, to compare',
    model: 'Model',
    provider: 'Provider',
    project: 'Project or folder',
    eventType: 'Type of call',
    sessionId: 'Session',
    id: 'Id of the row',
  } satisfies Record<MappedField, string> as Record<MappedField, string>,
  totalHint: 'Rows whose counts do not add up to it are not read.',
  idHint: 'Rows with one id count once.',

  howTitle: 'How it is written',
  dateFormat: 'Date format',
  dateFormats: {
    iso: '2026-11-30, also with time',
    'year-month-day': '2026/11/30 (year first)',
    'day-month-year': '30.11.2026 (day first)',
    'month-day-year': '11/30/2026 (month first)',
    'epoch-seconds': 'Seconds since 1970',
    'epoch-milliseconds': 'Milliseconds since 1970',
  },
  decimalSign: 'Decimal sign',
  decimalSigns: { '.': 'Point: 1,234.0', ',': 'Comma: 1.234,0' },
  rows: 'Each row is',
  rowKinds: { call: 'one call', hour: 'the sum of an hour', day: 'the sum of a day' },
  rowsHint: 'A sum may grow until a later export, and then replaces the earlier one.',
  inputHolds: 'Input tokens hold',
  inputContents: {
    'no cache tokens': 'no cache tokens',
    'cache reads': 'what was read from cache',
    'cache reads and writes': 'what was read and written',
  },
  reasoning: 'Reasoning tokens are',
  reasoningPlaces: { 'inside output': 'a part of the output', 'on top of output': 'on top of the output' },
  llmMode: 'The models ran',
  llmModes: { cloud: 'in the cloud', local: 'on your own machine' },

  constantsTitle: 'Where the table does not say it',
  constantsText: 'Taken for rows without a column, or with nothing in it.',

  checkTitle: 'What is read',
  checkLabel: 'What is read of the first rows',
  checkSummary: (readable: string, rows: string, tokens: string) =>
    `${readable} of the first ${rows} rows are read, with ${tokens} tokens.`,
  dateColumn: 'Date',
  input: 'Input',
  cache: 'Cache',
  output: 'Output',
  total: 'Total',
  notRead: 'Not read:',
  noTokens: 'Not counted: no tokens.',
  fieldProblem: (count: number, reason: string) => `${counted(count, 'row', 'rows')}: ${reason}`,
  absent: 'The file has no such column.',

  name: 'Name',
  nameHint: 'Shown as the source of what is read.',
  nameMissing: 'Give it a name.',
  nameTaken: 'Another table has this name.',
  dateMissing: 'Choose the column that holds the date.',
  tokensMissing: 'Choose a column of tokens.',
  nothingReadable: 'None of these rows can be read like this.',
  onlyFilesTitle: 'Other tools write the same columns',
  onlyFiles: 'Only files whose name or folder contains',
  onlyFilesHint:
    'Then only such files are read like this, and they are never read by a description of all files.',
  onlyFilesNotThis: 'The file at hand does not have this in its name.',
  onlyFilesMissing: 'Without this both would read the same files.',
  apart: 'It is from another tool: describe it apart',
  apartNote: (name: string) =>
    `Files that “${name}” has read already stay with it: undo their import before you bring them again.`,
  saveAndImport: 'Save and import',
  saved: (name: string) => `“${name}” saved.`,
  savedChanged: (name: string) =>
    `“${name}” saved. Import its files again to read them like this; nothing counts twice.`,

  /** Why a cell or a row cannot be read, where a language has its own sentence. */
  reasons: {} as Record<string, string>,
};
