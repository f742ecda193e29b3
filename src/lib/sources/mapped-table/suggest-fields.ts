import type { MappedField, TableReading } from '../../model/table-mapping';
import { normalised } from '../reading/fields';
import { isCount } from './cells';
import type { TablePreview } from './preview';
import { abovePrefix } from './row-place';

const tokens = '(?:tokens?|count|anzahl|total|gesamt|insgesamt)*';
const word = (...names: string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);

/** Common column names, normalized, in English and German. More specific patterns come first. */
const names: readonly (readonly [MappedField, RegExp])[] = [
  ['cacheReadTokens', /cached|cache(?:read|hit|gelesen)|ausdemcache|^(?:davon)?cache(?:tokens?)?$/],
  ['cacheWrite1hTokens', /cache(?:write|creation).*(?:1h|hour)/],
  ['cacheWrite5mTokens', /cache(?:write|creation|geschrieben)|indencache/],
  ['reasoningTokens', /reasoning|thinking|thought/],
  ['inputTokens', word(`(?:num|total)?(?:input|prompt|eingabe)${tokens}`, 'in', 'tokensin')],
  ['outputTokens', word(`(?:num|total)?(?:output|completion|ausgabe|antwort)${tokens}`, 'out', 'tokensout')],
  ['totalTokens', word(`(?:total|sum|summe|gesamt)${tokens}`, 'tokens?(?:total|sum|gesamt)?')],
  [
    'occurredAt',
    word(
      '(?:usage|start(?:ed|ing)?|end(?:ed)?|created|occurred|request)?(?:date|time|at|datetime|timestamp|dateutc|timeutc)',
      'datum|tag|day|zeit|zeitpunkt|uhrzeit|ts|when|created|start',
    ),
  ],
  ['model', word('(?:llm)?model(?:l|name|id)?', 'llm|engine|deployment')],
  ['provider', word('provider|anbieter|vendor|hersteller')],
  [
    'project',
    word(
      '(?:project|projekt)(?:name|id)?',
      'client|kunde|customer|workspace|app|team|folder|cwd|repo(?:sitory)?',
    ),
  ],
  ['eventType', word('(?:event)?type|art|typ|task|purpose|zweck|operation')],
  ['sessionId', word('(?:session|conversation|thread)(?:id)?', 'sitzung')],
  ['id', word('(?:request|response|message|call|event)?(?:id|uuid)')],
];

const counters: ReadonlySet<MappedField> = new Set([
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
  'totalTokens',
] as const);

/** Suggests a column for each field by the names and, for counts and ids, by the cells. */
export function suggestFields({
  columns,
  rows,
}: Pick<TablePreview, 'columns' | 'rows'>): TableReading['fields'] {
  const fields: TableReading['fields'] = {};
  const free = new Set(columns);
  const cellsOf = (column: string): string[] => {
    const position = columns.indexOf(column);
    return rows.map(({ cells }) => cells[position]?.trim() ?? '').filter((cell) => cell !== '');
  };
  for (const [field, pattern] of names) {
    const found = [...free].find(
      (column) => isCalled(column, field, pattern) && holds(cellsOf(column), field),
    );
    if (found === undefined) continue;
    fields[field] = found;
    free.delete(found);
  }
  // In a table with a single count, that is the input, whatever its name.
  if (
    fields.inputTokens === undefined &&
    fields.outputTokens === undefined &&
    fields.totalTokens !== undefined
  ) {
    fields.inputTokens = fields.totalTokens;
    delete fields.totalTokens;
  }
  return fields;
}

/** The last part of a dotted name describes the value. An id is the row's own only without a prefix. */
function isCalled(column: string, field: MappedField, pattern: RegExp): boolean {
  // A count above the rows can only be their sum.
  if (column.startsWith(abovePrefix) && (field === 'id' || counters.has(field))) return false;
  const last = column.slice(column.lastIndexOf('.') + 1);
  return pattern.test(normalised(column)) || (field !== 'id' && pattern.test(normalised(last)));
}

function holds(cells: readonly string[], field: MappedField): boolean {
  if (field === 'id') return new Set(cells).size === cells.length;
  return !counters.has(field) || cells.every(isCount);
}
