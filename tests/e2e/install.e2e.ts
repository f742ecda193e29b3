import type { Page } from 'playwright';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { expect, test } from './support/app';
import { importPage } from './support/import-page';
import { claudeLine } from './support/imports';
import { record } from './support/record';
import { open } from './support/tokentab';

test('the browser considers Tokentab installable @own-browser', async ({ app }) => {
  const page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await app.context.newCDPSession(page);
  expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
  const { errors, manifest } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(manifest.display).toMatch(/standalone/i);

  // Chromium silently ignores what it doesn't understand in a manifest; what it returns is what works.
  const { shareTarget } = manifest as { shareTarget?: { action: string; method: string } };
  expect(shareTarget).toMatchObject({ action: `${app.site.url}/import`, method: 'kPost' });

  const missing = await page.evaluate(async () => {
    interface Manifest {
      icons: { src: string }[];
      screenshots?: { src: string }[];
    }
    const manifest = (await (await fetch('/manifest.webmanifest')).json()) as Manifest;
    const pictures = [...manifest.icons, ...(manifest.screenshots ?? [])].map(({ src }) => src);
    const answers = await Promise.all(pictures.map((src) => fetch(src)));
    return pictures.filter((_src, index) => answers[index]?.ok !== true);
  });
  expect(missing, 'pictures that the manifest names and nobody serves').toEqual([]);
});

test('the installed app opens logs and tables, and no file types that belong to other programs @own-browser @long', async ({
  app,
}) => {
  const page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await app.browserSession();
  const manifestId = `${app.site.url}/`;
  await session.send('PWA.install', { manifestId, installUrlOrBundleUrl: app.site.url });
  const { fileHandlers } = await session.send('PWA.getOsAppState', { manifestId });
  expect(fileHandlers.map(({ action }) => action)).toEqual([`${app.site.url}/import`]);
  const endings = fileHandlers.flatMap(({ accepts }) =>
    accepts.flatMap(({ fileExtensions }) => fileExtensions),
  );
  expect(endings.sort()).toEqual(['.csv', '.jsonl', '.ndjson']);
});

/** Fires the event that Chromium fires for a frequent visitor, with an answer that needs no user. */
const offer = (page: Page) =>
  page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    const prompt = () => {
      document.title = 'asked';
      return Promise.resolve({ outcome: 'accepted' });
    };
    window.dispatchEvent(Object.assign(event, { prompt }));
    return event.defaultPrevented;
  });

test('installing is offered once, with the reason, as soon as there is usage to keep', async ({ page }) => {
  await open(page);
  const note = page.getByRole('region', { name: 'Install Tokentab' });
  expect(await offer(page)).toBe(true);
  // There is nothing worth keeping yet.
  await expect(page.getByRole('button', { name: 'Try with sample data' })).toBeVisible();
  await expect(note).toHaveCount(0);
  await record(page, [{ project: 'Shop', at: new Date().toISOString(), tokens: 5 }]);
  await expect(note).toContainText('reads your log folder automatically');
  await expect(note).toContainText('won’t clear your data');
  await expectNoViolations(page, 'the month with the offer');
  await note.getByRole('button', { name: 'Install' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('asked');
  await expect(note).toHaveCount(0);

  await open(page, '/');
  await offer(page);
  // This is rendered after the note would be.
  await expect(page.getByRole('listbox', { name: /^Tokens by weekday and hour/ })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('declining to install is final, and the offer also appears after an import @long', async ({ page }) => {
  await open(page, '/import');
  await offer(page);
  const note = page.getByRole('region', { name: 'Install Tokentab' });
  await expect(note).toHaveCount(0);
  const line = claudeLine({ id: 'a', cwd: '/w/a', timestamp: new Date().toISOString() });
  await importPage(page).filesInput.setInputFiles({
    name: 'a.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${line}\n`),
  });
  await note.getByRole('button', { name: 'Not now' }).click();
  await expect(note).toHaveCount(0);
  await open(page, '/');
  await offer(page);
  // The note would be next to it.
  await expect(page.getByText(/^Logs were last read on/)).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('Safari shows the install steps before the first import, because the installed app starts empty @long', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' }),
  );
  await open(page);
  const steps = page.getByRole('region', { name: 'Install Tokentab' });
  await expect(steps.getByRole('listitem')).toHaveCount(3);
  await expect(steps).toContainText('before your first import');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page, 'the first run in Safari');
  await expectNoViolations(page, 'the first run in Safari');
});
