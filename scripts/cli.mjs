#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './serve.mjs';
import { explainServerError, portFrom } from './server-port.mjs';
import { syncTarget } from './sync-proxy.mjs';

/**
 * `npx tokentab`: serves the built site from the package. scripts/pack.mjs bundles this file and its imports into
 * bin/tokentab.mjs, so that the package has no dependencies.
 */
const usage = `Tokentab keeps tabs on LLM tokens, in your own browser.

Usage: tokentab [--port 4173] [--sync 127.0.0.1:8091]

  -p, --port     the port on 127.0.0.1 (also PORT); your browser keeps separate data for each port
      --sync     the WebSocket address of a NATS server for your devices or your team
  -v, --version  print the version
  -h, --help     print this text
`;

const packageFolder = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    port: { type: 'string', short: 'p' },
    sync: { type: 'string' },
    version: { type: 'boolean', short: 'v' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(usage);
} else if (values.version) {
  console.log(JSON.parse(readFileSync(`${packageFolder}package.json`, 'utf8')).version);
} else {
  await open();
}

async function open() {
  try {
    const site = await serve({
      port: portFrom(values.port),
      directory: `${packageFolder}build`,
      sync: syncTarget(values.sync),
    });
    console.log(`Tokentab is at ${site.url}\nStop it with Ctrl+C. Your data stays in your browser.`);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.once(signal, () => void site.close().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(explainServerError(error, values.port, 'npx tokentab'));
    process.exit(1);
  }
}
