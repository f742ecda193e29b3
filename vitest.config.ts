import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/assembly.mjs';
import { shellLaunchOptions } from './tests/e2e/support/browser.ts';

const loadsPdf = ['tests/unit/documents/read-document.test.ts'];
const startsServers = ['tests/unit/**/{nats,syncthing}/*.test.ts'];
/** Node 20 has WebSocket only behind this flag; later versions ignore it. */
const withWebSocket = ['--experimental-websocket'];

export default defineConfig({
  plugins: [assembly(), sveltekit()],
  worker: { format: 'es', plugins: () => [assembly()] },
  optimizeDeps: {
    exclude: ['@sqlite.org/sqlite-wasm'],
    // Listed here, because discovering them late would reload the page during a test.
    include: ['uuid', 'valibot', 'papaparse', 'fflate'],
  },
  server: { fs: { allow: ['migrations', 'tests'] } },
  test: {
    // No test measures time, so a busy machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [...loadsPdf, ...startsServers],
          setupFiles: ['tests/unit/setup.ts'],
          execArgv: withWebSocket,
          // Files share loaded modules, which halves the time: no test may leave module state changed.
          isolate: false,
        },
      },
      {
        extends: true,
        // pdf.js replaces built-in functions, such as Array.prototype.push, with slower ones, so it gets its own process.
        test: {
          name: 'unit-pdf',
          environment: 'node',
          include: loadsPdf,
          setupFiles: ['tests/unit/setup.ts'],
        },
      },
      {
        extends: true,
        // Apart, because these tests mostly wait for servers: `npm test` runs them beside steps that compute.
        test: {
          name: 'servers',
          environment: 'node',
          include: startsServers,
          // One after another: three servers that elect a leader need a quiet machine.
          fileParallelism: false,
          setupFiles: ['tests/unit/setup.ts'],
          execArgv: withWebSocket,
        },
      },
      {
        extends: true,
        // Runs against build/, as the end-to-end tests do, so build first.
        test: { name: 'firefox', environment: 'node', include: ['tests/firefox/**/*.test.ts'] },
      },
      {
        extends: true,
        // As Firefox.
        test: { name: 'webkit', environment: 'node', include: ['tests/webkit/**/*.test.ts'] },
      },
      {
        extends: true,
        // For `tests/budget.ts`.
        define: { 'process.env.TOKENTAB_TESTS': JSON.stringify(process.env['TOKENTAB_TESTS'] ?? '') },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: shellLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
