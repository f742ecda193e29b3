import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../fixtures');

export function fixture(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(root, path)));
}

/** The names of a source's fixtures. */
export function fixturesOf(source: string): string[] {
  return readdirSync(resolve(root, source)).sort();
}

/** The folders of all fixtures: each is a source's id. */
export function fixtureFolders(): string[] {
  return readdirSync(root).sort();
}
