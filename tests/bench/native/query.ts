import { openNative } from './sqlite.ts';

/**
 * Times the queries of the month page: the totals of each project and of all, and the projects' names.
 * @returns milliseconds for each run, without the first one, which has a cold cache
 */
export function queryNatively(file: string, month: string, times: number): number[] {
  const database = openNative(file, []);
  const counters =
    `input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
     prompt_tokens, completion_tokens, total_tokens, event_count, output_not_final_count`.split(/,\s*/);
  const sums = counters.map((counter) => `sum(${counter})`).join(', ');
  const where = 'FROM usage_monthly WHERE month = ?';
  const byProject = database.prepare(`SELECT project_id, ${counters.join(', ')} ${where}`);
  const all = database.prepare(`SELECT ${sums} ${where}`);
  const names = database.prepare('SELECT id, name, client_name FROM projects');
  const taken: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const beganAt = performance.now();
    byProject.all(month);
    all.get(month);
    names.all();
    taken.push(performance.now() - beganAt);
  }
  database.close();
  return taken.slice(1);
}
