import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildVersion } from './build-version.mjs';
import { CommandFailed, root, run } from './run.mjs';

/**
 * `npm run test:builds`: builds twice and checks that all files are equal byte for byte, so that anyone can compare a
 * published site with its commit. Part of `npm run test:all`.
 */
try {
  // With uncommitted changes, the version holds the time of the build.
  process.env['TOKENTAB_VERSION'] = buildVersion();
  const first = await build();
  const second = await build();
  const different = [...new Set([...first.keys(), ...second.keys()])].filter(
    (file) => first.get(file) !== second.get(file),
  );
  if (first.size === 0) different.push('Nothing was built.');
  for (const file of different) console.error(`Differs between two builds: ${file}`);
  console.log(`${first.size} files of two builds, ${different.length} differ.`);
  process.exitCode = different.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  process.exitCode = error.exitCode;
}

/** @returns {Promise<Map<string, string>>} the hash of each file, by its path in build/ */
async function build() {
  await run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  const folder = join(root, 'build');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
