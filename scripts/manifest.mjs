/** The path under which the site is served, as in svelte.config.js; '' for the root of its origin. */
const base = process.env['TOKENTAB_BASE'] ?? '';

/**
 * The web app manifest, which vite-plugin-pwa writes to manifest.webmanifest. `id` must never change, because
 * browsers identify an installed app by it. `src/app.html` repeats the theme colours.
 * @type {Partial<import('vite-plugin-pwa').ManifestOptions>}
 */
export const manifest = {
  id: `${base}/`,
  name: 'Tokentab',
  short_name: 'Tokentab',
  description: 'Keeps tabs on LLM tokens: usage per project and month, on your own device.',
  lang: 'en',
  dir: 'ltr',
  start_url: `${base}/`,
  scope: `${base}/`,
  display: 'standalone',
  theme_color: '#f5f6f8',
  background_color: '#f5f6f8',
  categories: ['productivity', 'developer', 'utilities'],
  launch_handler: { client_mode: 'focus-existing' },
  // Without .json, .zip and .gz: an app that registers for every such file is a nuisance. Such files can still be
  // shared.
  file_handlers: [
    {
      action: `${base}/import`,
      accept: { 'application/jsonl': ['.jsonl'], 'application/x-ndjson': ['.ndjson'], 'text/csv': ['.csv'] },
    },
  ],
  // The service worker handles the request, so that sharing works offline (src/lib/ingest/files/shared-files.ts).
  share_target: {
    action: `${base}/import`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      files: [
        {
          name: 'files',
          accept: [
            ...[
              'application/jsonl',
              '.jsonl',
              'application/x-ndjson',
              '.ndjson',
              'application/json',
              '.json',
            ],
            ...['text/csv', '.csv', 'application/zip', '.zip', 'application/gzip', '.gz', '.db'],
          ],
        },
      ],
    },
  },
  icons: [
    { src: `${base}/icon-192.png`, sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: `${base}/icon-512.png`, sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: `${base}/icon-maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: `${base}/icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  screenshots: [
    {
      src: `${base}/screenshots/month-wide-light.png`,
      sizes: '1280x1000',
      type: 'image/png',
      form_factor: 'wide',
      label: 'This month: the total with its split, daily bars by project, and the projects',
    },
    {
      src: `${base}/screenshots/month-narrow-light.png`,
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'This month on a phone',
    },
  ],
  shortcuts: [
    {
      name: 'This month',
      url: `${base}/`,
      icons: [{ src: `${base}/icon-192.png`, sizes: '192x192', type: 'image/png' }],
    },
    {
      name: 'Import logs',
      url: `${base}/import`,
      icons: [{ src: `${base}/icon-192.png`, sizes: '192x192', type: 'image/png' }],
    },
  ],
};
