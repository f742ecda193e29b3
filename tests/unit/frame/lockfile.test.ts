import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

interface Lockfile {
  packages: Record<string, LockedPackage>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;

it('lists the builds for every platform, which "npm ci" requires (npm run lockfile)', () => {
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const held = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
});

it('names no registry', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});

const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

it('has a checksum for every package, also for other platforms (npm run lockfile)', () => {
  expect(packages.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
});

it('has no package with an install script', () => {
  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
});

it('is installed without running scripts, even if a package gains one', () => {
  expect(execFileSync('npm', ['config', 'get', 'ignore-scripts'], { encoding: 'utf8' }).trim()).toBe('true');
});

it('has only packages with an accepted license', () => {
  const allowed = [
    ...[
      'MIT',
      'ISC',
      'Apache-2.0',
      'BSD-2-Clause',
      'BSD-3-Clause',
      '0BSD',
      'BlueOak-1.0.0',
      '(MIT OR CC0-1.0)',
      // Public domain: tweetnacl, which the NATS client signs with.
      'Unlicense',
    ],
    // Tools for building and testing, and a table of browsers; none of it is in the site.
    ...['MPL-2.0', 'CC-BY-4.0'],
  ];
  expect(packages.filter(([, { license }]) => !allowed.includes(license ?? ''))).toEqual([]);
});

it('pins direct dependencies to exact versions', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(
    Object.values(devDependencies).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([]);
});
