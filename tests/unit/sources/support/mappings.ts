import type { TableMapping } from '../../../../src/lib/model/table-mapping';

/** The mapping for `tests/fixtures/mapped-table/own-log.csv`. */
export const csvMapping: TableMapping = {
  id: '0199f000-0000-7000-8000-000000000001',
  name: 'Our own log',
  columns: ['Tag', 'Modell', 'Kunde', 'Eingabe', 'Ausgabe', 'Summe'],
  fields: {
    occurredAt: 'Tag',
    model: 'Modell',
    project: 'Kunde',
    inputTokens: 'Eingabe',
    outputTokens: 'Ausgabe',
    totalTokens: 'Summe',
  },
  dateFormat: 'day-month-year',
  decimalSign: ',',
  rows: 'day',
  inputHolds: 'no cache tokens',
  reasoning: 'inside output',
  llmMode: 'cloud',
  constants: { provider: 'mistral' },
  earlier: [],
};

/** The mapping for `own-log.jsonl`. */
export const linesMapping: TableMapping = {
  ...csvMapping,
  id: 'lines',
  name: 'Our lines',
  columns: ['ts', 'llm', 'usage.in', 'usage.out', 'n'],
  fields: { occurredAt: 'ts', model: 'llm', inputTokens: 'usage.in', outputTokens: 'usage.out', id: 'n' },
  dateFormat: 'epoch-seconds',
  decimalSign: '.',
  rows: 'call',
};

/** `date,model,input,output`, with one row per call. */
export const callMapping: TableMapping = {
  ...csvMapping,
  id: 'calls',
  name: 'Calls',
  columns: ['date', 'model', 'input', 'output'],
  fields: { occurredAt: 'date', model: 'model', inputTokens: 'input', outputTokens: 'output' },
  dateFormat: 'iso',
  decimalSign: '.',
  rows: 'call',
  constants: {},
};

/** The mapping for `wrapped.json`: the results of each of its days. */
export const wrappedMapping: TableMapping = {
  ...csvMapping,
  id: 'wrapped',
  name: 'Our interface',
  rowsAt: ['data', 'results'],
  columns: [
    'llm',
    'usage.input_tokens',
    'usage.output_tokens',
    'note',
    '$.data.start',
    '$.object',
    '$.account',
    '$.total',
  ],
  fields: {
    occurredAt: '$.data.start',
    model: 'llm',
    project: '$.account',
    inputTokens: 'usage.input_tokens',
    outputTokens: 'usage.output_tokens',
  },
  dateFormat: 'iso',
  decimalSign: '.',
  rows: 'call',
  constants: {},
};
