import { beforeAll, expect, it } from 'vitest';
import { eventPage, type ProjectSelection } from '../../../src/lib/database/usage/events';
import { lastActivity } from '../../../src/lib/database/usage/last-activity';
import * as sql from '../../../src/lib/database/usage/statistics-sql';
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
  ['globalMonth', sql.globalMonth, ['SEARCH usage_monthly USING PRIMARY KEY (month=?)']],
  ['projectMonth', sql.projectMonth, ['SEARCH usage_monthly USING PRIMARY KEY (month=? AND project_id=?)']],
  ['monthByProject', sql.monthByProject, ['SEARCH usage_monthly USING PRIMARY KEY (month=?)']],
])('%s reads a rollup by an index', (_name, query, plan) => {
  expect(planOf(query)).toEqual(plan);
});

it('no statistic reads the events or a whole table', () => {
  const queries = [...[sql.globalMonth, sql.projectMonth, sql.monthByProject, sql.months]];
  for (const query of queries) {
    const plan = planOf(query).join('\n');
    expect(plan).not.toMatch(/event/);
    expect(plan).not.toMatch(/SCAN (usage|day|cut)/);
  }
});

it('the last activity of each project is one lookup in the index of days', () => {
  expect(planOf(lastActivity).join('\n')).toMatch(
    /SEARCH usage_daily USING COVERING INDEX sqlite_autoindex_usage_daily_2 \(project_id=\?\)/,
  );
  expect(planOf(lastActivity).join('\n')).not.toMatch(/SCAN usage/);
});

it('a page of events is found by index, and only the events of a day and project are sorted', () => {
  const event = [
    'SEARCH project USING COVERING INDEX sqlite_autoindex_event_projects_1 (project_id=?)',
    'SEARCH row USING INDEX event_rows_by_project (project=? AND day=?)',
    'SEARCH event USING INTEGER PRIMARY KEY (rowid=?)',
    'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
    'SCAN page',
    'SEARCH event USING INTEGER PRIMARY KEY (rowid=?)',
  ];
  const plan = (whose: ProjectSelection) => planOf(eventPage(whose).replaceAll(/\?\d+/g, '?'));
  for (const whose of ['all', 'some'] as const) {
    expect(
      plan(whose).filter(
        (step) => !/MATERIALIZE|SUBQUERY|chosen_projects|json_each|BLOOM|cut|LEFT-JOIN/.test(step),
      ),
    ).toEqual(['SEARCH day USING PRIMARY KEY (date>? AND date<?)', ...event]);
  }
  expect(
    plan('one').filter((step) => !/MATERIALIZE|SUBQUERY|chosen_projects|cut|LEFT-JOIN/.test(step)),
  ).toEqual([
    'SEARCH day USING COVERING INDEX sqlite_autoindex_usage_daily_2 (project_id=? AND date>? AND date<?)',
    ...event,
  ]);
});
