import { measures, type Measure } from '../../model/measure';
import { addMonths, isMonth, monthOf, type DayRange } from '../../model/months';
import { earliestDay } from '../../model/time-limits';
import {
  comparisons,
  isCivilDate,
  monthPeriod,
  namedPeriod,
  type Comparison,
  type Period,
} from '../../model/ranges';
import { parseSort, setSort, type Sort } from './list-sort';

/** How the bars and the table of a page are grouped. */
export const groupings = ['project', 'client', 'model', 'source', 'eventType', 'path', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

const filterNames = ['project', 'client', 'model', 'source', 'eventType', 'path'] as const;
export type FilterName = (typeof filterNames)[number];
/** A project's id, or a name as it is stored; '' selects usage that has none. */
export type Filters = Partial<Record<FilterName, string>>;

/** Everything that decides which numbers a page shows. All of it is in the address, so a link restores it. */
export interface View {
  period: Period;
  by: Grouping;
  comparison: Comparison;
  filters: Filters;
}

/** A view with the table's order and the measure, which are in the address but don't change which numbers are read. */
export interface SortedView extends View {
  measure: Measure;
  sort: Sort<TableColumn>;
}

/** The columns that can sort a usage table. */
const tableColumns = [
  'name',
  'client',
  'cost',
  'unpriced',
  'tokens',
  'events',
  'change',
  'activity',
] as const;
export type TableColumn = (typeof tableColumns)[number];
const usualSort: Record<Measure, Sort<TableColumn>> = {
  tokens: { column: 'tokens', isAscending: false },
  money: { column: 'cost', isAscending: false },
};

/** All days that the app can show. */
export const allDays: DayRange = { from: earliestDay, to: '2099-12-31' };
const named = ['last-30-days', 'quarter', 'year'] as const;

/** Parses an address. Invalid parts are ignored, so that a mistyped address still shows something true. */
export function parseView(query: URLSearchParams, today: string): SortedView {
  const measure = parseMeasure(query);
  return {
    measure,
    period: parsePeriod(query, today),
    by: groupings.find((each) => each === query.get('by')) ?? 'project',
    comparison: comparisons.find((each) => each === query.get('compare')) ?? 'previous',
    filters: parseFilters(query),
    sort: parseSort(query, tableColumns, usualSort[measure]),
  };
}

export function parseMeasure(query: URLSearchParams): Measure {
  return measures.find((each) => each === query.get('in')) ?? 'tokens';
}

/** The address with this query, in tokens or in money. Tokens are the default and omitted. */
export function addressIn(measure: Measure, path: string, query?: URLSearchParams): string {
  const all = new URLSearchParams(query);
  setMeasure(all, measure);
  return all.size === 0 ? path : `${path}?${all}`;
}

function setMeasure(query: URLSearchParams, measure: Measure): void {
  if (measure === 'tokens') query.delete('in');
  else query.set('in', measure);
}

export function parseFilters(query: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = query.get(name);
    if (value !== null) filters[name] = value;
  }
  return filters;
}

export function setFilters(query: URLSearchParams, filters: Filters): void {
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
}

/**
 * The query of a view's address. Defaults are omitted, so that a link to the current month keeps meaning "this
 * month".
 */
export function viewQuery(view: SortedView, today: string): URLSearchParams {
  const { measure, period, by, comparison, filters, sort } = view;
  const query = new URLSearchParams();
  if (period.kind === 'custom') {
    query.set('from', period.from);
    query.set('to', period.to);
  } else if (period.kind !== 'month') query.set('range', period.kind);
  else if (monthOf(period.from) !== monthOf(today)) query.set('month', monthOf(period.from));
  if (by !== 'project') query.set('by', by);
  if (comparison !== 'previous') query.set('compare', comparison);
  setFilters(query, filters);
  setSort(query, sort, usualSort[measure]);
  setMeasure(query, measure);
  return query;
}

/** Returns the filters with one of them set, or removed when `value` is undefined. */
export function withFilter(filters: Filters, name: FilterName, value: string | undefined): Filters {
  const changed: Filters = {};
  for (const each of filterNames) {
    const kept = each === name ? value : filters[each];
    if (kept !== undefined) changed[each] = kept;
  }
  return changed;
}

function parsePeriod(query: URLSearchParams, today: string): Period {
  const range = named.find((each) => each === query.get('range'));
  if (range !== undefined) return namedPeriod(range, today);
  const from = query.get('from');
  const to = query.get('to');
  if (isCivilDate(from) && isCivilDate(to) && allDays.from <= from && from <= to && to <= allDays.to) {
    return { kind: 'custom', from, to };
  }
  const month = query.get('month');
  return monthPeriod(isMonth(month) ? month : monthOf(today));
}

/** The periods that a menu offers today. */
export function offeredPeriods(today: string): Period[] {
  const month = monthOf(today);
  return [
    monthPeriod(month),
    monthPeriod(addMonths(month, -1)),
    ...named.map((kind) => namedPeriod(kind, today)),
  ];
}
