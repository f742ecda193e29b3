import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './run.mjs';

const exec = promisify(execFile);
// Resolve it as a package: a copy of the sources in a subfolder has no node_modules.
const compiler = dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json'));

const suffix = '?assembly';
const options = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--use', 'abort='];

/**
 * Compiles `assembly/*.ts` to WebAssembly when imported with `?assembly`. The default export of such a module is a
 * `Uint8Array` of the compiled bytes.
 * @returns {import('vite').Plugin}
 */
export function assembly() {
  return {
    name: 'tokentab:assembly',
    enforce: 'pre',
    load: {
      filter: { id: /\?assembly$/ },
      async handler(id) {
        const file = id.slice(0, -suffix.length);
        this.addWatchFile(file);
        const bytes = await compiled(file);
        const text = JSON.stringify(bytes.toString('base64'));
        return {
          code: `export default Uint8Array.from(atob(${text}), (letter) => letter.charCodeAt(0));`,
          map: null,
        };
      },
    },
  };
}

/**
 * Compiling takes seconds, so the result is cached until the source or the compiler changes.
 * @param {string} file
 * @returns {Promise<Buffer>}
 */
async function compiled(file) {
  const inputs = [await readFile(file, 'utf8'), await readFile(join(compiler, 'package.json'), 'utf8')];
  const hash = createHash('sha256')
    .update(JSON.stringify([options, ...inputs]))
    .digest('hex');
  const folder = join(root, 'node_modules/.cache/tokentab-assembly');
  const kept = join(folder, `${basename(file, '.ts')}-${hash.slice(0, 16)}.wasm`);
  if (!existsSync(kept)) {
    await mkdir(folder, { recursive: true });
    const made = `${kept}-${process.pid}.wasm`;
    // Run it as a program, because its types would redeclare our globals.
    await exec(process.execPath, [join(compiler, 'bin/asc.js'), file, '--outFile', made, ...options]);
    await rename(made, kept);
  }
  return readFile(kept);
}
