import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

/** One API response, or rows of a table, as copied by a user. */

const response = (id: string, input: number) =>
  JSON.stringify({
    id,
    object: 'response',
    created_at: Date.UTC(2026, 9, 2) / 1000,
    model: 'gpt-5.2',
    usage: { input_tokens: input, output_tokens: 80, total_tokens: input + 80 },
  });

const copy = (page: Page, text: string) =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
const pasteButton = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Paste', exact: true });

test('a response is pasted by keyboard and by the button, and counts once', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/import');
  await copy(page, response('resp_keys', 300));
  await page.keyboard.press('Control+v');
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1', 'Usage events added': '1' });

  await copy(page, response('resp_button', 500));
  await pasteButton(page).click();
  await expect.poll(() => totalsByProject(page, '2026-10')).toEqual({ Unassigned: 960 });
  await pasteButton(page).click();
  await expect.poll(() => resultOf(page)).toMatchObject({ 'Already known': '1' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ Unassigned: 960 });
});

test('pasting works on the first page too, and unknown text is reported without further effect @long', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/');
  await copy(page, '<b>Just a text</b>');
  await page.keyboard.press('Control+v');
  expect(await resultOf(page)).toMatchObject({ 'Files read': '0', 'Usage events added': '0' });
  await expect(page.getByRole('rowheader', { name: 'Pasted text.txt' })).toBeVisible();
  await expect(page).toHaveURL(/\/import$/);
});

test('pasted rows that no source recognizes can be mapped @long', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/import');
  await copy(page, 'job,day,tokens in,tokens out\nA,2026-10-02,300,20\n');
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'Map columns: Pasted text.csv' }).click();
  await expect(page.getByRole('columnheader', { name: 'tokens in' })).toBeVisible();
});

test('an empty or blocked clipboard says what to do', async ({ page }) => {
  await open(page, '/import');
  const notice = page.getByRole('region', { name: 'Notifications' });
  await pasteButton(page).click();
  await expect(notice).toContainText('Press Ctrl V');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await copy(page, ' ');
  await pasteButton(page).click();
  await expect(notice).toContainText('The clipboard has no text.');
});
