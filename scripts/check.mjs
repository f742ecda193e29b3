import { CommandFailed, runQuietly } from './run.mjs';

/**
 * `npm run check`: the fast loop during development. Runs types and lint with caches, and the unit tests of
 * uncommitted changes. The lint cache misses errors that a changed type causes in other files; `npm test` lints
 * without it.
 */
const lintCache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];
const projects = ['unit', 'unit-pdf', 'servers'].map((name) => `--project=${name}`);
const checks = [
  ['svelte-check', '--incremental', '--fail-on-warnings'],
  ['eslint', '.', '--max-warnings', '0', ...lintCache],
  ['vitest', 'run', ...projects, '--changed', '--passWithNoTests'],
];

const start = performance.now();
// The types of routes, which the other checks need.
await runQuietly('npx', ['svelte-kit', 'sync']);
const outcomes = await Promise.allSettled(checks.map((check) => runQuietly('npx', check)));
const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
for (const reason of failures) console.error(reason instanceof CommandFailed ? reason.message : reason);
console.log(`${failures.length === 0 ? 'All checks passed' : 'Checks failed'} in ${seconds()} s`);
process.exit(failures.length === 0 ? 0 : 1);

function seconds() {
  return ((performance.now() - start) / 1000).toFixed(1);
}
