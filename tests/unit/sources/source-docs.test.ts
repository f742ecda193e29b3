import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { sourcePage, withSourceNames } from '../../../scripts/source-docs.mjs';
import { sources } from '../../../src/lib/sources/registry';

async function expectCurrent(file: string, text: string): Promise<void> {
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  expect(readFileSync(file, 'utf8'), `${file} is not current: npm run docs:sources`).toBe(formatted);
}

it('the docs of the sources match their registry', async () => {
  await expectCurrent('docs/sources.md', sourcePage(sources));
  await expectCurrent('README.md', withSourceNames(readFileSync('README.md', 'utf8'), sources));
});

it.each(sources.map(({ id }) => id))('%s has a reader and an example where its page says', (id) => {
  expect(existsSync(`src/lib/sources/${id}/read.ts`)).toBe(true);
  expect(existsSync(`tests/fixtures/${id}`)).toBe(true);
});
