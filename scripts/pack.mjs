import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from './packages.mjs';
import { root, run } from './run.mjs';

/**
 * `npm pack` and `npm publish` run this first. It builds the site, and the server as one file without dependencies.
 */
await installPackages();
// Always build: an existing build/ may have another base path or version.
await run('npm', ['run', '--silent', 'build']);

const { build } = await import('vite');
await rm(join(root, 'bin'), { recursive: true, force: true });
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'scripts/cli.mjs',
    outDir: 'bin',
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'tokentab.mjs' } },
  },
});
