import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import type { BenchOptions } from './options';
import { toTable, type Row } from './table';

interface Report {
  rows: readonly Row[];
  options: BenchOptions;
  command: string;
  minutes: number;
}

/** From this heading on, the page is written by hand. */
const firstByHand = '## The first load of the month page';

/** Rewrites docs/performance.md, except for the part at its end that is written by hand. */
export async function writeReport({ rows, options, command, minutes }: Report): Promise<void> {
  const path = join(root, 'docs/performance.md');
  const before = await readFile(path, 'utf8');
  const byHand = before.includes(firstByHand) ? `\n${before.slice(before.indexOf(firstByHand))}` : '';
  const text = `# Performance

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, in ${Math.round(minutes)} minutes. Repeat it with the same
command (\`--quick\` for every row once at a tenth of its size, \`--only import\` for one row, \`--runs 9\` for more runs).

${toTable(rows)}

Medians of ${options.runs} runs unless the row says otherwise, on ${machine()}. Compare rows, not machines.
${options.scale === 1 ? '' : `\n**Not at full size**: everything was multiplied by ${options.scale}.\n`}
## What the rows mean

- **First import**: the built site in Chromium with a new profile on disk, from the list of files (the browser walks the folder before that) to the
  result on the import page. The corpora are generated from a seed with the proportions of real logs: most bytes are content, and a response
  takes about two lines. The app has been installed before. The peer, a native program, reads the same folder and prints its table, from start to exit.
- **The same folder again** and **after one file has grown**: in the same profile, one after the other, with the folder chosen again each time.
- **Longest main-thread task**: on the page during the first import, as the browser reports tasks over 50 ms. The task in which the browser hands
  over the list of files counts only from there on.
- **Bulk inserts**: batches as the importer sends them, three in flight, into the built database worker: SQLite as wasm on OPFS, with all
  validation, projects, dates and triggers, one synced transaction per batch. The peer only inserts the finished rows, into the same schema with the
  same triggers, pragmas and transactions, row by row and as JSON; the faster of both counts.
- **Size of the database**: the whole file after the bulk inserts.
- **Month statistics**: \`tokentab.getAllUsageStats(month)\` from the page to the worker and back; median of ${options.runs} × 100 calls. The peer runs
  the same queries on the same file, without a page, a worker or messages.
- **Repricing**: all events get a price that none had before, in steps as the page asks for them, while the page asks for month statistics every
  50 ms. One run. The peer is Tokentab's own bulk insert of as many events.
- **Sync**: two devices with a browser each exchange the events of the bulk inserts, through a real folder and a real NATS server behind the site.
  One run. The peers are the naive ways: each event as a JSON message on the same server, and the whole database file after every change.
- **Peak memory**: proportional set size of the page's process (the page, its workers, SQLite), sampled ten times a second, without the
  browser's other processes.
- **Lighthouse**: performance, accessibility, best practices and SEO, as medians, with a profile that holds data and a new browser for each run.

The ratio is ours divided by the peer's: below 1 is better for times, above 1 for rates.
${byHand}`;
  await writeFile(path, text);
}

function machine(): string {
  const browser = findBrowser();
  const version =
    browser === undefined ? 'Chromium' : execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GB, ${type()}, ${version}, Node ${process.versions.node}`;
}
