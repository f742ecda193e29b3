import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../src/lib/model/ranges';
import {
  offeredPeriods,
  parseView,
  viewQuery,
  type SortedView,
} from '../../../src/lib/state/view/view-address';

const today = '2026-11-23';
const usual: SortedView = {
  measure: 'tokens',
  period: monthPeriod('2026-11'),
  by: 'project',
  comparison: 'previous',
  filters: {},
  sort: { column: 'tokens', isAscending: false },
};

const views: [string, Partial<SortedView>][] = [
  ['', {}],
  ['month=2026-09', { period: monthPeriod('2026-09') }],
  ['range=quarter', { period: { kind: 'quarter', from: '2026-10-01', to: '2026-12-31' } }],
  ['range=last-30-days', { period: { kind: 'last-30-days', from: '2026-10-25', to: today } }],
  ['from=2026-02-03&to=2026-02-03', { period: { kind: 'custom', from: '2026-02-03', to: '2026-02-03' } }],
  [
    'eventType=chat&path=%2Fw&sort=name&dir=asc',
    { filters: { eventType: 'chat', path: '/w' }, sort: { column: 'name', isAscending: true } },
  ],
  ['in=money', { measure: 'money', sort: { column: 'cost', isAscending: false } }],
  ['sort=tokens&dir=desc&in=money', { measure: 'money' }],
  ['sort=tokens&dir=asc', { sort: { column: 'tokens', isAscending: true } }],
  [
    'by=kind&compare=none&project=p&client=&model=a%26b&source=%3D',
    { by: 'kind', comparison: 'none', filters: { project: 'p', client: '', model: 'a&b', source: '=' } },
  ],
];

describe('the address contains the whole view', () => {
  it.each(views)('“%s”', (query, changes) => {
    const view = { ...usual, ...changes };
    expect(viewQuery(view, today).toString()).toBe(query);
    expect(parseView(new URLSearchParams(query), today)).toEqual(view);
  });
});

it.each([
  'month=2026-13',
  'range=century',
  'from=2026-02-30&to=2026-03-01',
  'from=2026-03-01&to=2026-02-01',
  'from=1970-01-01&to=2026-02-01',
  'from=2026-02-01',
  'by=weather&compare=me',
  'sort=colour&dir=asc',
  'sort=name&dir=up',
  'sort=name',
])('invalid parts of an address are ignored: %s', (query) => {
  expect(parseView(new URLSearchParams(query), today)).toEqual(usual);
});

it('named periods move with today', () => {
  const query = new URLSearchParams('range=quarter');
  expect(parseView(query, '2027-01-01').period).toMatchObject({ from: '2027-01-01', to: '2027-03-31' });
  expect(parseView(new URLSearchParams(), '2027-01-01').period).toEqual(monthPeriod('2027-01'));
});

it('the menu offers this month, the last one, 30 days, the quarter and the year', () => {
  expect(offeredPeriods(today).map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-01', '2026-11-30'],
    ['2026-10-01', '2026-10-31'],
    ['2026-10-25', '2026-11-23'],
    ['2026-10-01', '2026-12-31'],
    ['2026-01-01', '2026-12-31'],
  ]);
});
