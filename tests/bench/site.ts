import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { cacheFolder } from './cache';

/**
 * Serves a copy of the built site and, at `/bench/` on the same origin, a page that puts a database into the site's
 * storage. That page uses the app's own modules.
 */
export async function openSite(): Promise<Awaited<ReturnType<typeof serve>>> {
  const directory = join(cacheFolder, 'site');
  await rm(directory, { recursive: true, force: true });
  await cp(join(root, 'build'), directory, { recursive: true });
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: '/bench/',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(directory, 'bench'), target: 'esnext', emptyOutDir: false },
  });
  return serve({ port: 0, directory });
}
