import type { Response } from 'playwright';
import { expect, test } from './support/app';
import { holdImport } from './support/held-import';
import { importPage } from './support/import-page';
import { claudeLine, importTexts } from './support/imports';
import { writeBigLogFolder } from './support/log-folder';
import { actFast } from './support/fast-user';
import { record } from './support/record';
import { open } from './support/tokentab';

const usage = [{ project: 'Laden', at: '2026-10-05T10:00:00Z', tokens: 1234 }];

test('choosing a language switches at once, and the choice is kept @own-browser', async ({ app }) => {
  let page = app.page;
  await open(page, '/settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('radio', { name: 'Match browser' })).toBeChecked();

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

test('German works offline, and only German readers download it @long @service-worker', async ({
  page,
  site,
}) => {
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

  test('texts, numbers and dates are German @smoke', async ({ page }) => {
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

  test('skipped files are listed in German, with reasons @long', async ({ page }) => {
    await open(page, '/import');
    const good = claudeLine({ id: 'a', cwd: '/w/laden', timestamp: '2026-10-05T10:00:00.000Z' });
    const bad = [
      good.replace('"input_tokens":10', '"input_tokens":-4'),
      good.replace('2026-', '1999-'),
      '{"usage":',
    ];
    const { problems } = await importTexts(page, [
      { name: 'sitzung.jsonl', text: `${[good, ...bad].join('\n')}\n` },
      { name: 'notizen.txt', text: 'Nur Text.' },
    ]);
    const english = problems.map(({ reason }) => reason);
    expect(english.length).toBeGreaterThan(3);

    await page
      .getByRole('main')
      .getByRole('button', { name: /\d Probleme/ })
      .click();
    const reasons = page.getByRole('table', { name: 'Übersprungen, und warum' }).locator('td:nth-child(3)');
    await expect(reasons).toHaveCount(english.length);
    const shown = await reasons.allInnerTexts();
    expect(shown.filter((reason) => english.includes(reason))).toEqual([]);
  });
});

test('a language chosen during an import takes effect after it @long', async ({ page }) => {
  const logs = await writeBigLogFolder({
    seed: 5,
    files: 60,
    responsesPerFile: 20,
    contentBytesPerResponse: 9_000,
  });
  await open(page, '/import');
  const letGo = await holdImport(page, { after: 10 });
  const hands = await actFast(page, [{ sees: '\\d+ of 60 files', clicks: 'Settings', within: 'nav' }]);
  await importPage(page).folderInput.setInputFiles(logs.path);
  await hands();
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByText(/An import is running. The language changes/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await letGo();

  // The import lost nothing, and the new language takes effect on the next load.
  const total = () =>
    page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
  await expect.poll(total, { timeout: 120_000 }).toBe(logs.totalTokens);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await logs.remove();
});
