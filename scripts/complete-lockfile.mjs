import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * `npm run lockfile`, after any `npm install`: completes package-lock.json. npm leaves out builds for other platforms
 * that its registry doesn't offer, and then `npm ci` rejects the file on every platform. Their hashes come from the
 * registry's descriptions of the packages.
 */
const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))) continue;
    const words = name.split(/[/-]/);
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) => words.includes(processor));
    if (os.length === 0 || !/^\d/.test(version))
      throw new Error(`Cannot tell what ${name}@${version} is for.`);
    const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc'];
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      dev: true,
      ...(os.includes('linux') && { libc }),
      optional: true,
      os,
    };
  }
}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.link || entry.integrity !== undefined) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const about = execFileSync('npm', ['view', `${name}@${entry.version}`, '--json'], { encoding: 'utf8' });
  const { dist, license, engines } = JSON.parse(about);
  Object.assign(entry, { integrity: dist.integrity, license, engines });
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
