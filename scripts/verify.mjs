import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, root, run, runQuietly } from './run.mjs';

/** The test runners write their counts here. The folder is recreated for each run. */
const results = join(root, '.tokentab-verify');

/**
 * An npm script. One that runs tests leaves a report.
 * @typedef {{ script: string; report?: 'vitest' | 'playwright' }} Step
 */

const runsAll = process.env['TOKENTAB_TESTS'] === 'all';

/**
 * Stages run one after another. The lanes of a stage run in parallel, and the steps of a lane in order. Tests in browsers
 * wait more than they compute, so the checks of the other lane fit between them.
 * @type {Step[][][]}
 */
const stages = [
  [[{ script: 'sync' }]],
  [
    [
      { script: runsAll ? 'lint' : 'lint:quick' },
      { script: 'types' },
      { script: 'format:check' },
      { script: 'unused' },
      { script: 'test:browser', report: 'vitest' },
    ],
    [
      { script: 'test:unit', report: 'vitest' },
      { script: 'build' },
      { script: 'check:size' },
      { script: 'test:firefox', report: 'vitest' },
    ],
    // Mostly waits.
    [{ script: 'test:servers', report: 'vitest' }],
  ],
  // Alone: its workers keep all cores busy.
  [[{ script: 'test:e2e', report: 'playwright' }]],
  ...(runsAll
    ? [[[/** @type {Step} */ ({ script: 'test:faults', report: 'playwright' }), { script: 'test:builds' }]]]
    : []),
];

const total = { passed: 0, failed: 0 };
let hasFailed = false;
/** @type {{ script: string; seconds: number }[]} */
const times = [];

/**
 * Runs all checks and starts no more after the first failure. At the end, prints the seconds of each step and the
 * number of tests.
 */
async function verify() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);
  const start = performance.now();
  for (const lanes of stages) {
    const execute = lanes.length === 1 ? run : runQuietly;
    await Promise.all(lanes.map((steps) => runLane(steps, execute)));
  }
  console.log('\nSeconds by step:');
  for (const { script, seconds } of times) console.log(`${seconds.toFixed(1).padStart(8)}  ${script}`);
  console.log(`${secondsSince(start).toFixed(1).padStart(8)}  in all`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(hasFailed ? 1 : 0);
}

/**
 * @param {Step[]} steps
 * @param {typeof run} execute
 */
async function runLane(steps, execute) {
  for (const { script, report } of steps) {
    if (hasFailed) return;
    if (execute === run) console.log(`\n── ${script}`);
    const file = join(results, `${script.replace(':', '-')}.json`);
    const start = performance.now();
    let isFailure = false;
    try {
      await execute('npm', ['run', '--silent', script, ...reporters(report, file)]);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      isFailure = true;
      hasFailed = true;
      console.error(`\nStopped at "${script}". Run it alone with: npm run ${script}`);
    }
    times.push({ script, seconds: secondsSince(start) });
    const counted = report === undefined ? { passed: 0, failed: 0 } : count(report, file);
    total.passed += counted.passed;
    // A step that fails without a failing test (a lint error, a crash) counts as one failure.
    total.failed += Math.max(counted.failed, isFailure ? 1 : 0);
  }
}

/** @param {number} start a time from `performance.now()` */
function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/**
 * @param {'vitest' | 'playwright' | undefined} report
 * @param {string} file
 */
function reporters(report, file) {
  if (report === 'vitest')
    return ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  if (report === 'playwright') {
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file;
    return ['--', '--reporter=list,json'];
  }
  return [];
}

/**
 * @param {'vitest' | 'playwright'} report
 * @param {string} file
 */
function count(report, file) {
  const data = readReport(file);
  if (data === undefined) return { passed: 0, failed: 0 };
  if (report === 'vitest') return { passed: data.numPassedTests, failed: data.numFailedTests };
  return { passed: data.stats.expected, failed: data.stats.unexpected + data.stats.flaky };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner ended before it could write its report. Its step has failed, and that is counted.
    return undefined;
  }
}

await verify();
