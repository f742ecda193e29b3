import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';
import { syncTarget } from '../../../scripts/sync-proxy.mjs';
import { manifestOf } from '../../../src/lib/sync/names';
import { NatsCarrier } from '../../../src/lib/sync/nats-carrier';
import { NatsServer, program } from '../sync/nats/server';

const directory = mkdtempSync(join(tmpdir(), 'tokentab-site-'));
writeFileSync(join(directory, 'index.html'), 'home');

it('reads an address, also of IPv6, and refuses anything else', () => {
  expect(syncTarget('127.0.0.1:8091')).toEqual({ host: '127.0.0.1', port: 8091 });
  expect(syncTarget('[::1]:8091')).toEqual({ host: '::1', port: 8091 });
  expect(syncTarget(undefined)).toBeUndefined();
  for (const wrong of ['8091', 'nats', 'nats:', 'nats:99999', ''])
    expect(() => syncTarget(wrong)).toThrow('is not an address');
});

describe.skipIf(program === undefined)('the path /sync/ of the site', () => {
  let server: NatsServer;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    server = await NatsServer.start();
    site = await serve({ port: 0, directory, sync: { host: '127.0.0.1', port: server.ports.websocket } });
  });
  afterAll(async () => {
    await site.close();
    await server.remove();
  });

  /** The status that a WebSocket's request is answered with. */
  const upgrade = (path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port: site.port,
        path,
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version': '13',
          ...headers,
        },
      });
      asked.on('upgrade', (answer, socket) => {
        socket.destroy();
        resolve(answer.statusCode);
      });
      asked.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });

  it('leads to the NATS server, beside the site’s files', async () => {
    const url = `${site.url.replace('http', 'ws')}/sync/`;
    const carrier = await NatsCarrier.open(url, await generateX25519Identity(), 'aaaaaaaa');
    const name = manifestOf(crypto.randomUUID());
    await carrier.write(name, new Uint8Array(900_000));
    expect(await carrier.list()).toMatchObject([{ name, bytes: 900_000 }]);
    expect(await (await fetch(site.url)).text()).toBe('home');
    await carrier.close();
  });

  it('is open only to pages of this site', async () => {
    expect(await upgrade('/sync/', { Origin: site.url })).toBe(101);
    expect(await upgrade('/sync/', { Origin: 'https://example.com' })).toBe(403);
    expect(await upgrade('/sync/', { Origin: 'null' })).toBe(403);
    expect(await upgrade('/other', { Origin: site.url })).toBe(404);
  });

  it('answers 502 while the server is down', async () => {
    await server.kill();
    expect(await upgrade('/sync/', { Origin: site.url })).toBe(502);
    await server.run();
    expect(await upgrade('/sync/', { Origin: site.url })).toBe(101);
  });
});
