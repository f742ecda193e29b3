import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearestTests } from './nearest-tests.mjs';
import { CommandFailed, root, runQuietly } from './run.mjs';

/**
 * `npm run check`: the fast loop during development. Checks all types, and runs lint and the nearest unit tests for what
 * isn't committed; `npm run check -- main` adds what the commits since `main` changed. It misses lint errors that a
 * changed type causes in other files, and tests that read a changed fixture or migration: `npm test` runs everything.
 */
const maximumTestFiles = 10;
const since = process.argv[2] ?? 'HEAD';
const start = performance.now();

const untracked = git('ls-files', '--others', '--exclude-standard');
const files = [...git('ls-files'), ...untracked].filter((file) => existsSync(path.join(root, file)));
const changed = [...git('diff', '--name-only', '--diff-filter=d', since), ...untracked];
const linted = changed.filter((file) => /\.(ts|js|mjs|svelte)$/.test(file));
const related = nearestTests(changed, files);
const tests = related.slice(0, maximumTestFiles);
const projects = ['unit', 'unit-pdf', 'servers'].map((name) => `--project=${name}`);

// The types of routes, which the other checks need.
await runQuietly('npx', ['svelte-kit', 'sync']);
const outcomes = await Promise.allSettled(
  [
    ['svelte-check', '--incremental', '--fail-on-warnings'],
    linted.length > 0 && ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...linted],
    tests.length > 0 && ['vitest', 'run', ...projects, ...tests],
  ]
    .filter((check) => check !== false)
    .map((check) => runQuietly('npx', check)),
);
const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
for (const reason of failures) console.error(reason instanceof CommandFailed ? reason.message : reason);
console.log(
  `${failures.length === 0 ? 'All checks passed' : 'Checks failed'} in ${seconds()} s: all types, ${linted.length} files linted, ` +
    `${tests.length} of ${related.length} related test files run ("npm test" runs everything).`,
);
process.exit(failures.length === 0 ? 0 : 1);

/** @param {string[]} args @returns {string[]} the lines of its output */
function git(...args) {
  return execFileSync('git', ['-c', 'core.quotePath=off', ...args], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

function seconds() {
  return ((performance.now() - start) / 1000).toFixed(1);
}
