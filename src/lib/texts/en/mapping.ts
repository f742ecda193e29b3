import type { MappedField } from '../../model/table-mapping';
import { counted } from '../counted';

export const mapping = {
  title: 'Custom formats',
  lead: 'Tokentab can read any CSV, JSON or JSONL with dates and token counts. Map its columns once, and files like it are imported automatically, whether chosen, dropped, packed or in a connected folder.',
  linkTitle: 'Other CSV and JSONL files',
  linkText: (count: number) =>
    count === 0
      ? 'For files that Tokentab doesn’t recognize, you can map the columns yourself.'
      : `${counted(count, 'custom format is', 'custom formats are')} imported automatically.`,
  open: 'Custom formats',

  unknownTitle: 'Unrecognized tables',
  unknownText: 'Map their columns once to import them.',
  describe: 'Map columns',
  describeNamed: (file: string) => `Map columns: ${file}`,
  leaveOut: 'Ignore',
  leaveOutNamed: (file: string) => `Ignore: ${file}`,
  leftOut: (count: number) => `${counted(count, 'file', 'files')} ignored. You won’t be asked again.`,
  sameColumns: (count: number) => `and ${counted(count, 'more', 'more')} like it`,
  moreUnknown: (count: number) => `and ${counted(count, 'other kind of table', 'other kinds of tables')}`,

  savedTitle: 'Saved formats',
  savedNone: 'None yet. Choose a file to map its columns.',
  chooseFile: 'Choose a file',
  chooseOther: 'Choose another file',
  nameColumn: 'Name',
  columnsColumn: 'Columns',
  changedColumn: 'Changed',
  columnsCount: (count: number) => counted(count, 'column', 'columns'),
  menu: (name: string) => `Edit or delete ${name}`,
  edit: 'Edit',
  rename: 'Rename',
  remove: 'Delete',
  removed: (name: string) => `Deleted “${name}”. What it imported stays.`,
  renamed: (before: string, after: string) => `Renamed “${before}” to “${after}”.`,
  renameTitle: 'Rename the format',
  failed: 'That didn’t work.',

  newTitle: 'New custom format',
  editTitle: (name: string) => `Edit “${name}”`,
  notHere: 'Format not found',
  notHereHint: 'It may have been deleted.',
  back: 'All custom formats',
  chooseFirst: 'Choose the file whose columns you want to map. It is only read here, in your browser.',
  chooseToCheck: 'Choose a file in this format to see what is read from it.',
  draftBack: (file: string) =>
    file === ''
      ? 'Your draft was restored.'
      : `Your draft was restored. Choose ${file} again to import it when you save.`,
  reading: 'Reading the file…',
  unreadable: 'The file could not be read. It may be locked, missing, or changed since you chose it.',
  noTable:
    'No rows were found in this file. A table needs a header line with rows below it, or JSON objects.',
  alreadyKnown: (name: string) => `“${name}” already reads this format, so you are editing it.`,
  wasDeleted: (name: string) =>
    `You had a format for these files, “${name}”. Saving restores it, so that nothing counts twice.`,

  previewTitle: (file: string) => `First rows of ${file}`,
  previewLabel: 'First rows of the file',
  /** Within a record its rows have numbers, as they have no lines. */
  lineColumn: (isNumber: boolean): string => (isNumber ? 'Row' : 'Line'),
  moreColumns: (count: number) => `${counted(count, 'more column is', 'more columns are')} not shown.`,

  rowsAt: 'Where the rows are',
  rowsAtHint:
    'A file can contain several lists. Values outside the list appear as columns that begin with “$.”.',
  placeOption: (place: string, rows: number) =>
    `${place === '' ? 'The file itself' : place} (${rows >= 100 ? '100 or more rows' : counted(rows, 'row', 'rows')})`,
  rowsAre: (place: string) => `The rows are in ${place}.`,

  columnsTitle: 'Columns',
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
    id: 'Row id',
  } satisfies Record<MappedField, string> as Record<MappedField, string>,
  totalHint: 'Rows whose counts don’t add up to it are skipped.',
  idHint: 'Rows with the same id count once.',

  howTitle: 'Format',
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
  rowsHint: 'A later export may have a larger sum, which then replaces the earlier one.',
  inputHolds: 'Input tokens include',
  inputContents: {
    'no cache tokens': 'no cache tokens',
    'cache reads': 'cache reads',
    'cache reads and writes': 'cache reads and writes',
  },
  reasoning: 'Reasoning tokens are',
  reasoningPlaces: { 'inside output': 'included in output', 'on top of output': 'in addition to output' },
  llmMode: 'The models ran',
  llmModes: { cloud: 'in the cloud', local: 'on your own machine' },

  constantsTitle: 'Default values',
  constantsText: 'Used where a column is missing or empty.',

  checkTitle: 'Preview',
  checkLabel: 'Preview of the first rows',
  checkSummary: (readable: string, rows: string, tokens: string) =>
    `${readable} of the first ${rows} rows are read, with ${tokens} tokens.`,
  dateColumn: 'Date',
  input: 'Input',
  cache: 'Cache',
  output: 'Output',
  total: 'Total',
  notRead: 'Skipped:',
  noTokens: 'Not counted: no tokens.',
  fieldProblem: (count: number, reason: string) => `${counted(count, 'row', 'rows')}: ${reason}`,
  absent: 'The file has no such column.',

  name: 'Name',
  nameHint: 'Shown as the source of the imported usage.',
  nameMissing: 'Enter a name.',
  nameTaken: 'Another format has this name.',
  dateMissing: 'Choose the column with the date.',
  tokensMissing: 'Choose a column with token counts.',
  nothingReadable: 'None of these rows can be read with these settings.',
  onlyFilesTitle: 'Another tool uses the same columns',
  onlyFiles: 'Only files whose name or folder contains',
  onlyFilesHint: 'Only these files are then read with this format, and no other format reads them.',
  onlyFilesNotThis: 'The chosen file does not have this in its name or folder.',
  onlyFilesMissing: 'Without this, two formats would read the same files.',
  apart: 'It comes from another tool: create a separate format',
  apartNote: (name: string) =>
    `Files already imported with “${name}” stay with it. Undo their import before you import them again.`,
  saveAndImport: 'Save and import',
  saved: (name: string) => `Saved “${name}”.`,
  savedChanged: (name: string) =>
    `Saved “${name}”. Import its files again to apply the changes; nothing counts twice.`,
};
