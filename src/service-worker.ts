import { cacheNames } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { receiveShare } from './lib/ingest/files/shared-files';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** The path below which the site is served, without a slash at its end; '' is the root of its origin. */
const base = new URL(self.registration.scope).pathname.replace(/\/$/, '');

// Files shared to the installed app: the manifest's share_target posts them to the import page. Above the precache's listener.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'POST' || request.mode !== 'navigate') return;
  const importPage = `${base}/import`;
  if (new URL(request.url).pathname === importPage) event.respondWith(receiveShare(request, importPage));
});

/** Chromium's static routes, which TypeScript has no types of: the browser answers by itself, without asking this script. */
interface WithRoutes {
  addRoutes?: (rule: {
    condition: { urlPattern: string; requestMethod: string };
    source: { cacheName: string };
  }) => Promise<void>;
}

// Files that never change come straight from the cache; one that is not there, from the network.
self.addEventListener('install', (event: ExtendableEvent & WithRoutes) => {
  void event.addRoutes?.({
    condition: { urlPattern: `${base}/_app/immutable/*`, requestMethod: 'get' },
    source: { cacheName: cacheNames.precache },
  });
});

/** What counts documents: fetched at the first use, kept from then on. A new version begins with an empty cache. */
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

// A shell is the same file whatever its query asks for: /project?id=… must open offline as /project does.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// The first visit's page is served from the cache from then on, without a reload.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), caches.delete(documentsCache)]));
});

// A new version waits until the user agrees; the page's update prompt sends this.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
