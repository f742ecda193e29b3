import { counted } from '../counted';

export const documents = {
  title: 'Documents',
  hint: 'Choose PDF, Word, HTML, Markdown or text files, or drop them here. Tokentab reads and counts them in this tab. Nothing is sent or stored until you say so.',
  choose: 'Choose documents',
  clear: 'Remove all',
  dropTitle: 'Drop to count documents',
  dropHint: 'PDF, Word, HTML, Markdown or text',
  table: 'Documents',
  file: 'File',
  size: 'Size',
  pages: 'Pages',
  textTokens: 'Tokens of text',
  actions: 'Actions',
  remove: (name: string) => `Remove ${name}`,
  reading: 'Reading…',
  done: (count: number) => `${counted(count, 'document', 'documents')} counted.`,
  pagesWithoutText: (count: number) =>
    `${counted(count, 'page has', 'pages have')} no text, perhaps because of a scan. A model that reads text won’t see any of it.`,
  unreadable: (share: string) =>
    `${share} of this text is unreadable: the file’s fonts don’t say which letters they draw.`,
  textMissing:
    'Some text of this file is missing: tables of Chinese, Japanese or Korean characters could not be loaded. Go online and add the file again.',
  problems: {
    empty: 'This file has no text.',
    scan: 'These pages are images without text. Run text recognition (OCR) on the file first.',
    locked: 'This file needs a password. Save a copy without one.',
    damaged: 'This file is incomplete or damaged. Open it in its own program and save it again.',
    'unknown-kind': 'This is not a PDF, Word (.docx), HTML, Markdown or text file.',
    'too-large': 'This file is too large. The limits are 64 MB, 5,000 pages and 20 million characters.',
    stuck: 'Reading this file took too long and was stopped. It may be damaged.',
    'not-stored': 'The browser has no room for the text of this file. Free some space and add it again.',
    'no-character-map':
      'The text of this file needs tables of Chinese, Japanese or Korean characters that could not be loaded. Go online and add the file again.',
    'same-as-another': 'This is the same file as another in the list. It counts once.',
  },
  keepOffline: 'Keep for offline use',
  offline: {
    absent: 'Counting documents offline needs 1.2 MB more.',
    loading: 'Loading…',
    ready: 'Ready offline: documents can be counted without a connection.',
  },
  estimateTitle: (count: number) => `Estimate for ${counted(count, 'document', 'documents')}`,
  estimateHint:
    'One call per document: the instructions and the text are the prompt, and the model answers once.',
  instructions: 'Instruction tokens per call',
  answerLimit: 'Maximum answer length in tokens',
  otherModel: 'Another model',
  estimateTable: 'Tokens by model',
  model: 'Model',
  prompt: 'Prompt',
  answer: 'Answer',
  total: 'Total',
  basis: 'Basis',
  range: (low: string, high: string) => `${low} to ${high}`,
  budgetsLeft: 'Left in this month’s budgets',
  shareOfRest: (share: string) => `; this batch would use ${share} of that`,
  bases: {
    exact: 'Counted with this model’s tokenizer',
    measured: 'From measured answers of this model family',
    assumed: 'Assumed: this model has not been measured',
  },
};
