import { installBrowser } from './install-browser.mjs';
import { installPackages } from './packages.mjs';
import { CommandFailed, run } from './run.mjs';

/** `npm test`: everything that a bare machine needs first, then `npm run verify`. */
try {
  await installPackages();
  await installBrowser();
  await run('npm', ['run', '--silent', 'verify']);
} catch (error) {
  // What failed inside verify has been told there.
  if (!(error instanceof CommandFailed)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
