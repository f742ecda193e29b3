import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';
import { assembly } from './scripts/assembly.mjs';
import { documentsApart } from './scripts/documents-apart.mjs';
import { fewChunks } from './scripts/few-chunks.mjs';
import { manifest } from './scripts/manifest.mjs';
import { staticIcons } from './scripts/static-icons.mjs';

export default defineConfig({
  plugins: [
    assembly(),
    fewChunks(),
    staticIcons(),
    sveltekit(),
    SvelteKitPWA({
      strategies: 'injectManifest',
      // Never `autoUpdate`: nothing may reload during a form, an import or a migration, and switching from it later
      // strands its users.
      registerType: 'prompt',
      injectRegister: false,
      srcDir: 'src',
      filename: 'service-worker.ts',
      manifest,
      injectManifest: {
        globPatterns: [
          'client/_app/immutable/**/*.{js,css,wasm,woff2}',
          'client/{icon.svg,icon-192.png,favicon.ico,window-tokentab.js,caller.js}',
          'client/manifest.webmanifest',
          'prerendered/**/*.html',
        ],
        // SQLite's Worker1 and OPFS proxy are emitted with it, but we never start them.
        globIgnores: [
          '**/*sqlite3-worker1*',
          '**/*sqlite3-opfs-async-proxy*',
          'client/screenshots/**',
          'server/**',
        ],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      devOptions: { enabled: false },
    }),
  ],
  worker: { format: 'es', plugins: () => [assembly(), documentsApart()] },
  // Vite must not pre-bundle it: it finds its wasm file relative to its own URL.
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  server: { fs: { allow: ['migrations'] } },
});
