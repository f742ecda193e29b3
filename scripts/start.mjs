import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBuildFresh } from './build-freshness.mjs';
import { installPackages } from './packages.mjs';
import { CommandFailed, root, run } from './run.mjs';

/** `npm start`: from a fresh clone to the built site on http://127.0.0.1:4173. */
async function start() {
  const port = chosenPort();
  await claimPort(port);
  await installPackages();
  if (isBuildFresh()) console.log('The build is up to date.');
  else await run('npm', ['run', '--silent', 'build']);

  // Only now: it imports packages.
  const { serve } = await import('./serve.mjs');
  const site = await serve({ port, directory: join(root, 'build') });
  const answer = await fetch(site.url);
  if (!answer.ok) throw new Error(`The built site answers with ${answer.status}.`);
  console.log(`\nTokentab is at ${site.url}\nStop it with Ctrl+C; what you stored stays in your browser.`);

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void site.close().then(() => process.exit(0)));
  }
}

function chosenPort() {
  const { values } = parseArgs({ options: { port: { type: 'string', short: 'p' } } });
  const text = values.port ?? process.env['PORT'] ?? '4173';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`"${text}" is not a port: choose a whole number up to 65535.`);
}

/**
 * Rejects with EADDRINUSE before the long work, not after it.
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

/** @param {unknown} error */
function explain(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const port = chosenPort();
    return [
      `Port ${port} is taken: another program, or another Tokentab, is using it.`,
      `Close that one, or choose another port:  npm start -- --port ${port === 65535 ? 4173 : port + 1}`,
      '(A browser keeps the data of each port apart: the usual port shows your usual data.)',
    ].join('\n');
  }
  if (code === 'EACCES') return `This user may not open port ${chosenPort()}. Choose one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}

try {
  await start();
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(error instanceof CommandFailed ? error.exitCode : 1);
}
