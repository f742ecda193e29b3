import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBuildFresh } from './build-freshness.mjs';
import { installPackages } from './packages.mjs';
import { CommandFailed, root, run } from './run.mjs';
import { explainServerError, portFrom } from './server-port.mjs';
import { syncTarget } from './sync-proxy.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', short: 'p' }, sync: { type: 'string' } },
});

/**
 * `npm start`: takes a fresh clone to the built site on http://127.0.0.1:4173. With `--sync 127.0.0.1:8091`, devices
 * and teams can use the NATS server there.
 */
async function start() {
  const port = portFrom(values.port);
  const sync = syncTarget(values.sync);
  await claimPort(port);
  await installPackages();
  if (isBuildFresh()) console.log('The build is up to date.');
  else await run('npm', ['run', '--silent', 'build']);

  // Imported late, because it needs the installed packages.
  const { serve } = await import('./serve.mjs');
  const site = await serve({ port, directory: join(root, 'build'), sync });
  const answer = await fetch(site.url);
  if (!answer.ok) throw new Error(`The built site answers with ${answer.status}.`);
  console.log(`\nTokentab is at ${site.url}\nStop it with Ctrl+C. Your data stays in your browser.`);

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void site.close().then(() => process.exit(0)));
  }
}

/**
 * Checks that the port is free, so that a failure (EADDRINUSE) comes before the long build.
 * @param {number} port
 * @returns {Promise<void>}
 */
function claimPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

try {
  await start();
} catch (error) {
  console.error(`\n${explainServerError(error, values.port, 'npm start --')}`);
  process.exit(error instanceof CommandFailed ? error.exitCode : 1);
}
