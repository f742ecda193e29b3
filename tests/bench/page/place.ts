import { trustOwnScripts } from '../../../src/lib/client/trusted-scripts';

/** The site's headers apply here too. */
trustOwnScripts();

/**
 * Passes the chosen file to the worker, because only workers can write to OPFS as SQLite does, and shows the result.
 */
const input = document.querySelector('input');
const output = document.querySelector('output');

input?.addEventListener('change', () => {
  const worker = new Worker(new URL('./place-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
    worker.terminate();
    if (output) output.textContent = data;
  });
  worker.postMessage(input.files?.[0]);
});
