import { resolve } from '$app/paths';

/** Below the app's own address, because the page's policy allows no other (scripts/sync-proxy.mjs, docs/hosting.md). */
export function serverUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}${resolve('/').replace(/\/$/, '')}/sync/`;
}
