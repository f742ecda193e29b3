import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from './packages.mjs';
import { root, run } from './run.mjs';

/**
 * `npm run package`: builds the site, and the server as one file without dependencies, and packs them into an archive,
 * which `npm publish` takes. `npm pack` alone builds nothing, because scripts that npm would start are off (.npmrc).
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
await run('npm', ['pack']);
