import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, root, run } from './run.mjs';

/** Where the test runners leave their counts; the folder is made anew for each run. */
const results = join(root, '.tokentab-verify');

/**
 * In this order, each an npm script of the same name. A step that runs tests leaves a report.
 * @type {{ script: string; report?: 'vitest' | 'playwright' }[]}
 */
const steps = [
  { script: 'sync' },
  { script: 'format:check' },
  { script: 'lint' },
  { script: 'types' },
  { script: 'unused' },
  { script: 'test:unit', report: 'vitest' },
  { script: 'build' },
  { script: 'check:size' },
  { script: 'test:browser', report: 'vitest' },
  { script: 'test:e2e', report: 'playwright' },
  { script: 'test:firefox', report: 'vitest' },
];

/** Runs every check, stops at the first that fails, and ends with a line that counts the tests. */
async function verify() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);
  const total = { passed: 0, failed: 0 };
  let exitCode = 0;
  for (const { script, report } of steps) {
    console.log(`\n── ${script}`);
    const file = join(results, `${script.replace(':', '-')}.json`);
    try {
      await run('npm', ['run', '--silent', script, ...reporters(report, file)]);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      exitCode = 1;
      console.error(`\nStopped at "${script}". Run it alone with: npm run ${script}`);
    }
    const counted = report === undefined ? { passed: 0, failed: 0 } : count(report, file);
    total.passed += counted.passed;
    // A step that fails without a failing test (a lint error, a crash) is one failure too.
    total.failed += Math.max(counted.failed, exitCode);
    if (exitCode !== 0) break;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(exitCode);
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
    // The runner ended before it could write; its step has failed, and that is counted.
    return undefined;
  }
}

await verify();
