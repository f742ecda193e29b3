import type { Response } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { record } from './support/record';
import { open } from './support/tokentab';

const usage = [{ project: 'Laden', at: '2026-10-05T10:00:00Z', tokens: 1234 }];

test('the setting switches the language at once and is kept', async ({ app }) => {
  let page = app.page;
  await open(page, '/settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('radio', { name: 'As the browser' })).toBeChecked();

  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Sprache' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  page = await app.restart();
  await open(page, '/projects');
  await expect(page.getByRole('heading', { level: 1, name: 'Projekte' })).toBeVisible();

  await open(page, '/settings');
  await page.getByRole('radio', { name: 'Wie der Browser' }).click();
  await expect(page.getByRole('heading', { name: 'Language' })).toBeVisible();
});

test('German is there offline too, and only for those who read it', async ({ page, site }) => {
  const scripts: Response[] = [];
  const collect = (response: Response) => {
    if (response.url().endsWith('.js')) scripts.push(response);
  };
  await open(page, '/settings');
  await page.evaluate(() => navigator.serviceWorker.ready);
  page.on('response', collect);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Language' })).toBeVisible();
  page.off('response', collect);
  const texts = await Promise.all(scripts.map((script) => script.text()));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes('Zum Inhalt springen'))).toEqual([]);

  await site.stop();
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Sprache' })).toBeVisible();
});

test.describe('in a German browser', () => {
  test.use({ browserLocale: 'de-DE' });

  test('texts, numbers and dates are German', async ({ page }) => {
    await open(page, '/settings');
    await record(page, usage);
    await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
    await expect(page).toHaveTitle('Einstellungen · Tokentab');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');

    await page.goto('/?month=2026-10');
    await expect(page.getByRole('heading', { name: 'Oktober 2026' }).first()).toBeVisible();
    await expect(page.getByText('1.234', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('option', { name: 'Mo., 5. Okt.: 1.234 Token. Laden 1.234' })).toBeVisible();
  });

  for (const path of ['/', '/?month=2026-10', '/projects', '/import', '/settings']) {
    test(`${path} in German fits 320 px, and axe-core finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, path);
      if (path !== '/') await record(page, usage);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page, path);
      await expectNoViolations(page, path);
    });
  }
});
