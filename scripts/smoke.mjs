import { isBuildFresh } from './build-freshness.mjs';
import { CommandFailed, run } from './run.mjs';

/**
 * `npm run test:smoke`: runs the end-to-end tests tagged `@smoke`, one for each thing that must never break, on a
 * fresh build.
 */
try {
  if (!isBuildFresh()) await run('npm', ['run', '--silent', 'build']);
  await run('npx', ['playwright', 'test', '--project', 'e2e', '--grep', '@smoke']);
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  process.exit(1);
}
