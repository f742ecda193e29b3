import { browserPreferences } from '../../client/preferences';
import { DocumentReader } from '../../documents/worker/document-reader';

/** Where the service worker keeps the code of documents. A new version starts with an empty one. */
const cacheName = 'tokentab-documents';
/** An entry of that cache that says that it's complete. */
const marker = '/documents-complete';

/**
 * The code that reads and counts documents, larger than the rest of Tokentab. It's loaded when it's first needed, and
 * kept in full when the user asks for it.
 */
class OfflineReader {
  state = $state<'unknown' | 'absent' | 'loading' | 'ready'>('unknown');

  /** Loads it again if the user once asked for it and this is a new version. */
  async check(): Promise<void> {
    if (this.state !== 'unknown' || !('caches' in globalThis)) return;
    const isReady = (await caches.match(marker, { cacheName })) !== undefined;
    this.state = isReady ? 'ready' : 'absent';
    if (!isReady && browserPreferences.get('tokentab-documents-offline') === 'yes') await this.keep();
  }

  /** Resolves when everything is stored; `state` is 'absent' again if that failed. */
  async keep(): Promise<void> {
    if (this.state === 'loading') return;
    this.state = 'loading';
    browserPreferences.set('tokentab-documents-offline', 'yes');
    const reader = new DocumentReader();
    try {
      await controlled();
      if (!(await reader.load())) throw new Error('Some of the code could not be loaded.');
      await (await caches.open(cacheName)).put(marker, new Response());
      this.state = 'ready';
    } catch {
      // Offline, or no room: the user sees that it isn't ready.
      this.state = 'absent';
    } finally {
      reader.close();
    }
  }
}

/** The service worker stores only what pages that it controls load. */
async function controlled(): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (serviceWorker.controller !== null) return;
  await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
}

export const offlineReader = new OfflineReader();
