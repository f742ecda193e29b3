import { callableOrigin } from '../model/llm-origin';
import type { DatabaseName } from './commands';

/**
 * How page, service worker and caller (static/caller.js) ensure that documents are sent only to addresses that the user
 * has saved. The page tells the service worker the origins; the service worker stores them and serves the caller with a
 * content security policy that allows exactly one. Page, database worker and service worker can reach none of them.
 */
export interface AllowedOrigins {
  type: 'ALLOWED_ORIGINS';
  /** Each database has its own addresses. */
  database: DatabaseName;
  origins: readonly string[];
}

export const callerPath = '/caller.js';

/**
 * The address of a caller that can reach this origin only.
 * @param path of the caller's file on this site
 */
export const callerAddress = (path: string, origin: string): string =>
  `${path}?${new URLSearchParams({ origin }).toString()}`;

/** How the caller is served if there is no service worker; static/_headers says the same. */
const nothing = "default-src 'none'; connect-src 'none'";

/** The policy of a caller for an allowed origin. */
export const policyFor = (origin: string): string => `default-src 'none'; connect-src ${origin}`;

const cacheName = 'tokentab-callers';

export function isAllowedOrigins(data: unknown): data is AllowedOrigins {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'ALLOWED_ORIGINS';
}

/** For the service worker: replaces the origins of a database. They outlive the service worker. */
export async function keepAllowedOrigins({ database, origins }: AllowedOrigins): Promise<void> {
  const cache = await caches.open(cacheName);
  const callable = origins.filter((origin) => callableOrigin(origin) === origin);
  await cache.put(`/allowed-origins/${database}`, Response.json(callable));
}

/**
 * For the service worker: the caller for the origin in its address. Unless that origin is allowed, the caller can
 * reach nothing.
 */
export async function serveCaller(address: string, script: Response): Promise<Response> {
  const asked = new URL(address).searchParams.get('origin');
  const allowed = (await allowedOrigins()).find((origin) => origin === asked);
  const headers = {
    'Content-Type': 'text/javascript',
    'Content-Security-Policy': allowed === undefined ? nothing : policyFor(allowed),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(script.body, { headers });
}

async function allowedOrigins(): Promise<string[]> {
  const cache = await caches.open(cacheName);
  const lists = await Promise.all(
    (await cache.keys()).map(async (key) => (await (await cache.match(key))?.json()) as string[]),
  );
  return lists.flat();
}
