import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sources } from '../../../src/lib/sources/registry';

const root = resolve(import.meta.dirname, '../../..');

/** The modules that are loaded together with this one. */
function loadedWith(module: string, found = new Set<string>()): Set<string> {
  if (found.has(module)) return found;
  found.add(module);
  const text = readFileSync(join(root, module), 'utf8');
  for (const [, isType, name = ''] of text.matchAll(
    /^(?:import|export) (type )?[^;]*?from '(\.[^']+)';/gms,
  )) {
    const path = join(dirname(module), `${name}.ts`);
    if (isType === undefined && existsSync(join(root, path))) loadedWith(path, found);
  }
  return found;
}

it('the list of sources loads no reader and no database: each is loaded when a file needs it', () => {
  const loaded = [...loadedWith('src/lib/sources/registry.ts')];
  expect(loaded.length).toBeGreaterThan(sources.length);
  const isReader = (path: string): boolean =>
    /sources\/[^/]+\/(?!detect)[^/]+\.ts$/.test(path) && !path.includes('/reading/');
  expect(loaded.filter(isReader)).toEqual([]);
  expect(loaded.filter((path) => /open-database|sqlite/.test(path))).toEqual([]);
});
