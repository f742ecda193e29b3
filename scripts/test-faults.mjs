import { CommandFailed, run } from './run.mjs';

/**
 * `npm run test:faults`: Chromium's faults, then Firefox's kills, which another runner drives. With arguments, which go to
 * Playwright, only Chromium's. `npm run test:all` runs Firefox's with its other tests.
 */
const given = process.argv.slice(2);
const includesFirefox = given.length === 0 && process.env['TOKENTAB_TESTS'] !== 'all';

try {
  await run('npx', ['playwright', 'test', '--project=faults', ...given]);
  if (includesFirefox) {
    // Outside of this command, the kills run only if a number is given.
    process.env['TOKENTAB_ROUNDS'] ??= '5';
    await run('npx', ['vitest', 'run', '--project', 'firefox', 'tests/firefox/kills.test.ts']);
  }
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  process.exit(error.exitCode);
}
