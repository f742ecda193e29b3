import { mkdtempSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

const directory = mkdtempSync(join(tmpdir(), 'tokentab-site-'));
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  writeFileSync(join(directory, 'index.html'), 'home');
  writeFileSync(join(directory, 'import.html'), 'import');
  writeFileSync(join(directory, '404.html'), 'not here');
  writeFileSync(
    join(directory, '_headers'),
    [
      '/*\n  X-Frame-Options: DENY',
      '/_app/immutable/*\n  Cache-Control: public, max-age=31536000, immutable\n',
    ].join('\n'),
  );
  site = await serve({ port: 0, directory });
});

afterAll(() => site.close());

/** Sends the path as it is; fetch would normalize it. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status?: number; location?: string }> {
  return new Promise((resolve, reject) => {
    get({ port: site.port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      const { statusCode: status, headers: answer } = response;
      resolve({ ...(status && { status }), ...(answer.location && { location: answer.location }) });
    }).on('error', reject);
  });
}

it('serves a page without its .html, whatever its query', async () => {
  const answer = await fetch(`${site.url}/import?month=2026-11`);
  expect(await answer.text()).toBe('import');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
});

it('shows 404.html for an unknown address', async () => {
  const answer = await fetch(`${site.url}/nowhere/deep`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('not here');
});

it('forbids caching of 404 answers', async () => {
  const answer = await fetch(`${site.url}/_app/immutable/chunks/old.js`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

it.each(['///', '//%', '/%E0%A4%A', '/../package.json', '/?%'])('survives the address %s', async (path) => {
  expect([200, 404]).toContain((await ask(path)).status);
});

it('redirects localhost to 127.0.0.1, so that the data is in one place', async () => {
  const answer = await ask('/import?a=1', { host: `localhost:${site.port}` });
  expect(answer).toEqual({ status: 307, location: `${site.url}/import?a=1` });
});

it('reports that a port is taken', async () => {
  await expect(serve({ port: site.port, directory })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
