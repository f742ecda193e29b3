import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from './browser.mjs';
import { root } from './run.mjs';
import { serve } from './serve.mjs';

/** `npm run screenshots`, after a build: takes the pictures for the README and the manifest, from the sample data. */
const pictures = [
  { name: 'month-wide-light', width: 1280, height: 1000, colorScheme: 'light' },
  { name: 'month-wide-dark', width: 1280, height: 1000, colorScheme: 'dark' },
  { name: 'money-wide-light', width: 1280, height: 1000, colorScheme: 'light', path: '/?in=money' },
  { name: 'month-narrow-light', width: 390, height: 844, colorScheme: 'light' },
];

const folder = join(root, 'static/screenshots');
await mkdir(folder, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'tokentab-screenshots-'));
const site = await serve({ port: 0, directory: join(root, 'build') });
const executablePath = findBrowser();
const browser = await chromium.launchPersistentContext(profile, {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: browserArguments(),
  locale: 'en-US',
});
const page = await browser.newPage();
await page.goto(site.url);
await page.getByRole('button', { name: 'Try with sample data' }).click();
const chart = page.getByRole('heading', { name: /^Tokens by day and/ });
await chart.waitFor({ timeout: 60_000 });
for (const { name, width, height, colorScheme, path = '/' } of pictures) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${site.url}${path}`);
  await page.getByRole('heading', { name: /^(Tokens|Cost) by day and/ }).waitFor();
  await page.locator('svg [role=option]').first().waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
await site.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });
