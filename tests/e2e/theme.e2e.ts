import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { open } from './support/tokentab';

/** Whether the page's background is dark. */
const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red = 255] = (getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(
      Number,
    );
    return red < 128;
  });

test('dark mode follows the system until one is chosen, and the choice survives a reload', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '/settings');
  expect(await isDark(page)).toBe(true);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => isDark(page)).toBe(false);

  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => isDark(page)).toBe(true);
  await open(page, '/settings');
  expect(await isDark(page)).toBe(true);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('radio', { name: 'Match system' }).click();
  await expect.poll(() => isDark(page)).toBe(false);
});
