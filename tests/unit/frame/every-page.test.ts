import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The accessibility and layout tests visit the pages listed there. */
const places = readFileSync('tests/e2e/support/places.ts', 'utf8');

const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => `/${file.slice(0, -'+page.svelte'.length).replaceAll('\\', '/').replace(/\/$/, '')}`);

it.each(pages)('%s is among the pages that the accessibility tests visit', (page) => {
  expect(pages).toContain('/projects');
  expect(places).toMatch(new RegExp(`path: ['\`]${page}['\`?]`));
});
