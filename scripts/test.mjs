import { installBrowser } from './install-browser.mjs';
import { installPackages } from './packages.mjs';
import { CommandFailed, run } from './run.mjs';

/**
 * `npm test`: installs what a bare machine lacks, then runs `npm run verify`. With `--all` (`npm run test:all`), the long rounds
 * run as well (`tests/budget.ts`).
 */
if (process.argv.includes('--all')) process.env['TOKENTAB_TESTS'] = 'all';

try {
  await installPackages();
  await installBrowser();
  await run('npm', ['run', '--silent', 'verify']);
} catch (error) {
  // Failed commands have already printed their errors.
  if (!(error instanceof CommandFailed)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
