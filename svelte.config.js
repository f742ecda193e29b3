import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { buildVersion } from './scripts/build-version.mjs';
import { withHeaderPolicy } from './scripts/header-policy.mjs';

// SvelteKit reads this file again in the worker that prerenders and inherits the environment. Both must use the same
// version.
const version = (process.env['TOKENTAB_VERSION'] ??= buildVersion());
// For a site below a path such as /tools/tokentab; see docs/hosting.md.
const base = /** @type {'' | `/${string}`} */ (process.env['TOKENTAB_BASE'] ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // Every route is prerendered as an empty shell. Static hosts show 404.html for any other address.
    adapter: withHeaderPolicy(
      adapter({ pages: 'build', assets: 'build', fallback: '404.html', precompress: true }),
      'build',
    ),
    // The dialogs' styles are a few hundred bytes each; as separate files they would be eight requests before the
    // first paint.
    inlineStyleThreshold: 2048,
    // Absolute paths, so that the same shell works at any depth.
    paths: { relative: false, base },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    version: { name: version },
    // vite-plugin-pwa registers it, so that a new version asks before it takes over.
    serviceWorker: { register: false },
    // The build also writes it into `_headers`, whose other parts are for workers: a page's policy doesn't apply to them.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src-elem': ['self'],
        // Svelte's `style:` in templates and SvelteKit's announcer; without this they fail silently.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        // `default`: client/trusted-scripts.ts.
        'trusted-types': ['default', 'svelte-trusted-html'],
      },
    },
    typescript: {
      config(config) {
        config.include.push(
          '../svelte.config.js',
          '../vitest.config.ts',
          '../playwright.config.ts',
          '../eslint.config.js',
          '../eslint/**/*.js',
          '../scripts/**/*.mjs',
        );
      },
    },
  },
};
