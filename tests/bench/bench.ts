import { isBuildFresh } from '../../scripts/build-freshness.mjs';
import { run } from '../../scripts/run.mjs';
import { bulkRows } from './bulk-row';
import { inpRows } from './inp-rows';
import { codexRows, importRows } from './import-rows';
import { lighthouseRows } from './lighthouse-rows';
import { memoryRows } from './memory-rows';
import { monthRows } from './month-rows';
import { readOptions, type BenchOptions, type RowName } from './options';
import { repriceRows } from './reprice-row';
import { writeReport } from './report';
import { openSite } from './site';
import { syncRows } from './sync-rows';
import { toTable, type Row } from './table';

const measures: Record<RowName, (url: string, options: BenchOptions) => Promise<Row[]>> = {
  import: importRows,
  codex: codexRows,
  bulk: bulkRows,
  month: (url, options) => monthRows(url, options, 1_000_000),
  month10: (url, options) => monthRows(url, options, 10_000_000),
  inp: inpRows,
  lighthouse: lighthouseRows,
  memory: memoryRows,
  reprice: repriceRows,
  sync: syncRows,
};

/** Measures the built site row by row and prints the table. Asserts nothing, because machines differ. */
export async function bench(args: string[]): Promise<void> {
  const options = readOptions(args);
  const beganAt = Date.now();
  if (!isBuildFresh()) await run('npm', ['run', '--silent', 'build']);
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const rows: Row[] = [];
  const site = await openSite();
  try {
    for (const name of options.rows) {
      const rowBeganAt = Date.now();
      rows.push(...(await orNote(name, () => measures[name](site.url, options))));
      // After every row, so that an interrupted run keeps what it has.
      if (options.write)
        await writeReport({ rows, options, command, minutes: (Date.now() - beganAt) / 60_000 });
      console.log(`── ${name}: ${Math.round((Date.now() - rowBeganAt) / 1000)} s`);
    }
  } finally {
    await site.close();
  }
  console.log(`\n${toTable(rows)}`);
}

/** Reports a failed row in its place, so that a long run isn't lost. The exit code shows the failure as well. */
async function orNote(name: RowName, measure: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return [
      {
        name,
        ours: 'failed',
        peer: '–',
        note: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '',
      },
    ];
  }
}
