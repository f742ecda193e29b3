import { cacheNames } from 'workbox-core';
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { receiveShare } from './lib/ingest/files/shared-files';
import { callerPath, isAllowedOrigins, keepAllowedOrigins, serveCaller } from './lib/protocol/caller';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** The path under which the site is served, without a trailing slash; '' for the root of its origin. */
const base = new URL(self.registration.scope).pathname.replace(/\/$/, '');

// The manifest's share_target posts files that were shared to the installed app to the import page. This listener
// must come before the precache's.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'POST' || request.mode !== 'navigate') return;
  const importPage = `${base}/import`;
  if (new URL(request.url).pathname === importPage) event.respondWith(receiveShare(request, importPage));
});

/**
 * Chromium's static routes, which TypeScript doesn't type yet: the browser serves a matching request itself, without
 * starting this worker.
 */
interface WithRoutes {
  addRoutes?: (rule: {
    condition: { urlPattern: string; requestMethod: string };
    source: { cacheName: string };
  }) => Promise<void>;
}

// Immutable files come straight from the cache, or from the network when they aren't cached.
self.addEventListener('install', (event: ExtendableEvent & WithRoutes) => {
  void event.addRoutes?.({
    condition: { urlPattern: `${base}/_app/immutable/*`, requestMethod: 'get' },
    source: { cacheName: cacheNames.precache },
  });
});

/**
 * Cache for the code that counts documents: fetched on first use, then kept. A new version starts with an empty
 * cache.
 */
const documentsCache = 'tokentab-documents';

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const isDocuments = origin === self.location.origin && pathname.startsWith(`${base}/_app/documents/`);
  if (isDocuments && event.request.method === 'GET') event.respondWith(keptOrFetched(event.request));
});

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(documentsCache);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

// Only the caller may reach another origin, and which one is up to this worker (lib/protocol/caller.ts). The precache's
// listener must not answer as well.
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || pathname !== base + callerPath) return;
  event.stopImmediatePropagation();
  event.respondWith(caller(event.request.url));
});

async function caller(address: string): Promise<Response> {
  const script = (await matchPrecache(callerPath.slice(1))) ?? (await fetch(base + callerPath));
  return script.ok ? serveCaller(address, script) : script;
}

self.addEventListener('message', (event) => {
  if (!isAllowedOrigins(event.data)) return;
  const [port] = event.ports;
  event.waitUntil(keepAllowedOrigins(event.data).then(() => port?.postMessage('kept')));
});

// A warning of a budget leads to an open page, which shows it too. Leading that page elsewhere could lose what is typed.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showWarning());
});

async function showWarning(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await (open === undefined ? self.clients.openWindow(`${base}/budgets`) : open.focus());
}

/** Some hosts answer a missing file with a page and status 200. */
async function isPageInstead({ url }: Request, response: Response): Promise<boolean> {
  const { pathname } = new URL(url);
  if (pathname.endsWith('.wasm')) {
    const start = await response.clone().arrayBuffer();
    return new TextDecoder().decode(start.slice(0, 4)) !== '\0asm';
  }
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  return isPage && /\.(?!html$)\w+$/.test(pathname);
}

// Cached, such an answer would break this version for good. The browser may have cached it too, for as long as the file.
addPlugins([
  {
    fetchDidSucceed: async ({ request, response }) =>
      (await isPageInstead(request, response)) ? fetch(new Request(request, { cache: 'reload' })) : response,
    cacheWillUpdate: async ({ request, response }) =>
      response.ok && !(await isPageInstead(request, response)) ? response : null,
  },
]);

// A page is the same static file whatever its query: /project?id=… must open offline just as /project does.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// Claim the open pages, so that the first visit's page is served from the cache without a reload.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), caches.delete(documentsCache)]));
});

// A new version waits until the user agrees; the page's update prompt sends this message.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
