import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, parseHeaders } from './headers.mjs';
import { proxySync } from './sync-proxy.mjs';

/**
 * Serves a built site on 127.0.0.1 as a static host does: precompressed files, the headers of its `_headers` file,
 * `no-cache` for files without a caching rule, and its 404.html for unknown addresses.
 * @param {{ port: number; directory: string; sync?: { host: string; port: number } | undefined }} options port 0 picks
 * a free one; `sync` is a NATS server for `/sync/`
 * @returns {Promise<{ url: string; port: number; close: () => Promise<void> }>} `url` without a trailing slash;
 * rejects with EADDRINUSE if the port is taken; `close` also ends open connections
 */
export async function serve({ port, directory, sync }) {
  const server = createServer(siteHandler(directory));
  const endSync = sync && proxySync(server, sync);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        endSync?.();
      }),
  };
}

/**
 * @param {string} directory
 * @returns {import('node:http').RequestListener}
 */
function siteHandler(directory) {
  const headersFile = join(directory, '_headers');
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  const notFound = join(directory, '404.html');
  const files = sirv(directory, {
    etag: true,
    brotli: true,
    gzip: true,
    onNoMatch: (_request, response) => {
      // Never cache a missing file: the next deployment may contain it.
      response.setHeader('Cache-Control', 'no-cache');
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    },
  });

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    // A browser treats localhost as another site with its own database. Redirect to one address, or the user's data
    // seems lost.
    const host = request.headers.host ?? '';
    if (/^localhost(:\d+)?$/i.test(host)) {
      response.writeHead(307, { Location: `http://127.0.0.1${host.slice(9)}${request.url ?? '/'}` }).end();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    const [path = '/'] = (request.url ?? '/').split('?');
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    files(request, response);
  };
}
