import { beforeAll, expect, it } from 'vitest';
import { eventPage } from '../../../src/lib/database/usage/events';
import * as sql from '../../../src/lib/database/usage/statistics-sql';
import { breakdownKeys } from '../../../src/lib/model/usage-stats';
import { openTestDatabase, type TestDatabase } from './open';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});

function planOf(query: string): string[] {
  return test.database.db
    .selectObjects(`EXPLAIN QUERY PLAN ${query.replaceAll('?', "'x'")}`)
    .map((row) => row['detail'] as string);
}

it.each([
  ['globalMonth', sql.globalMonth, ['SEARCH usage_daily USING PRIMARY KEY (date>? AND date<?)']],
  [
    'projectMonth',
    sql.projectMonth,
    ['SEARCH usage_daily USING INDEX sqlite_autoindex_usage_daily_2 (project_id=? AND date>? AND date<?)'],
  ],
  [
    'monthByProject',
    sql.monthByProject,
    ['SEARCH usage_daily USING PRIMARY KEY (date>? AND date<?)', 'USE TEMP B-TREE FOR GROUP BY'],
  ],
  ['daily', sql.daily, ['SEARCH usage_daily USING PRIMARY KEY (date>? AND date<?)']],
  [
    'dailyOfProject',
    sql.dailyOfProject,
    ['SEARCH usage_daily USING INDEX sqlite_autoindex_usage_daily_2 (project_id=? AND date>? AND date<?)'],
  ],
])('%s reads a rollup by an index', (_name, query, plan) => {
  expect(planOf(query)).toEqual(plan);
});

it.each(breakdownKeys)(
  'a breakdown by %s reads its rollup by an index, of all projects and of one',
  (key) => {
    expect(planOf(sql.breakdown(key))[0]).toBe(
      'SEARCH usage_daily_breakdown USING PRIMARY KEY (date>? AND date<?)',
    );
    expect(planOf(sql.breakdownOfProject(key)).slice(0, 2)).toEqual([
      'SEARCH day USING COVERING INDEX sqlite_autoindex_usage_daily_2 (project_id=? AND date>? AND date<?)',
      'SEARCH cut USING PRIMARY KEY (date=? AND project_id=?)',
    ]);
  },
);

it('no statistic touches the events, or reads a whole table', () => {
  const queries = [
    ...[sql.globalMonth, sql.projectMonth, sql.monthByProject, sql.daily, sql.dailyOfProject, sql.months],
    ...breakdownKeys.flatMap((key) => [sql.breakdown(key), sql.breakdownOfProject(key)]),
  ];
  for (const query of queries) {
    const plan = planOf(query).join('\n');
    expect(plan).not.toMatch(/usage_events/);
    expect(plan).not.toMatch(/SCAN (usage|day|cut)/);
  }
});

it('a page of events is found by index and sorts nothing', () => {
  const event =
    'SEARCH event USING INDEX usage_events_by_project (project_id=? AND date=? AND occurred_at<?)';
  const plan = (ofOneProject: boolean) => planOf(eventPage(ofOneProject).replaceAll(/\?\d+/g, '?'));
  expect(plan(false).filter((step) => !/SUBQUERY|chosen_projects/.test(step))).toEqual([
    'SEARCH day USING PRIMARY KEY (date>? AND date<?)',
    event,
  ]);
  expect(plan(true).filter((step) => !/SUBQUERY|chosen_projects/.test(step))).toEqual([
    'SEARCH day USING COVERING INDEX sqlite_autoindex_usage_daily_2 (project_id=? AND date>? AND date<?)',
    event,
  ]);
});
