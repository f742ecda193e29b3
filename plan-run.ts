import * as sql from './src/lib/database/usage/usage-sql';
export function run() {
  const f = { projects: false, model: false, source: false, eventType: false, path: false };
  const sub = (q: string, args: string[]) => { let i = 0; return q.replace(/\?/g, () => `'${args[i++]}'`); };
  console.log(".timer on");
  const whole = ['2026-01', '2026-12'], run = ['2025-01', '2025-10', '2025-11-01', '2025-11-24'];
  for (const [st, a] of [[['month'], whole], [['month', 'day'], run], [['day'], ['2026-11-01', '2026-11-30']]] as [sql.Stretch[], string[]][]) {
    for (const by of ['model', 'project', null] as const) {
      console.log('EXPLAIN QUERY PLAN ' + sub(sql.usageTotals(f, st, by), a) + ';');
      console.log(sub(sql.usageTotals(f, st, by), a) + ';');
    }
    console.log('EXPLAIN QUERY PLAN ' + sub(sql.usageSeries(f, st, 'month', 'model'), a) + ';');
    console.log(sub(sql.usageSeries(f, st, 'month', 'model'), a) + ';');
  }
  const g = { ...f, projects: true };
  console.log('EXPLAIN QUERY PLAN ' + sub(sql.usageTotals(g, ['month', 'day'], 'model'), ['["0199aaaa-1111-7000-8000-000000000005"]', '2026-01', '2026-10', '["0199aaaa-1111-7000-8000-000000000005"]', '2026-11-01', '2026-11-24']) + ';');
  console.log(sub(sql.usageTotals(g, ['month', 'day'], 'model'), ['["0199aaaa-1111-7000-8000-000000000005"]', '2026-01', '2026-10', '["0199aaaa-1111-7000-8000-000000000005"]', '2026-11-01', '2026-11-24']) + ';');
}
