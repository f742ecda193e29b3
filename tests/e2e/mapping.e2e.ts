import { gzipSync, strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { importPage, resultOf } from './support/import-page';
import { menuTakesFocus } from './support/keyboard';
import { open, totalsByProject } from './support/tokentab';

/** The format of a German router: semicolons, day first, points between thousands. */
const german = [
  'Tag;Modell;Kunde;Eingabe;Ausgabe;Summe;Kosten',
  '01.10.2026;mistral-large;Bäckerei;1.200;300;1.500;0,12',
  '02.10.2026;mistral-large;Bäckerei;1.000,0;0;1.000;0,08',
  '03.10.2026;mistral-small;Werft;7;3;10;0,00',
  '32.10.2026;mistral-small;Werft;5;5;10;0,00',
  '',
].join('\r\n');

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
});

const field = (page: Page, name: string | RegExp) => page.getByRole('combobox', { name });
const checked = (page: Page) => page.getByRole('table', { name: 'Preview of the first rows' });

async function bring(page: Page, ...files: ReturnType<typeof file>[]): Promise<Record<string, string>> {
  await open(page, '/import');
  await importPage(page).filesInput.setInputFiles(files);
  return resultOf(page);
}

test('an unknown CSV with German numbers and dates is mapped once, and files like it are imported automatically, also offline @service-worker', async ({
  app,
  site,
}) => {
  const page = app.page;
  const result = await bring(
    page,
    file('router-2026-10.csv', german),
    file('september.csv', german.replaceAll('.10.', '.09.')),
  );
  expect(result).toMatchObject({ 'Files read': '0', 'Files skipped': '2' });
  await expect(page.getByText('and 1 more like it')).toBeVisible();
  await page.getByRole('button', { name: 'Map columns: router-2026-10.csv' }).click();

  // Everything is proposed already, and the one row without a valid date is reported.
  await expect(page.getByRole('heading', { level: 1, name: 'New custom format' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toContainText('1.000,0');
  await expect(field(page, /^Date \(required/)).toHaveValue('Tag');
  await expect(field(page, 'Date format')).toHaveValue('day-month-year');
  await expect(field(page, 'Decimal sign')).toHaveValue(',');
  await expect(field(page, 'Each row is')).toHaveValue('day');
  await expect(page.getByText('3 of the first 4 rows are read, with 2,510 tokens.')).toBeVisible();
  await expect(checked(page).getByRole('row').nth(4)).toContainText('Skipped: Date.');

  // The preview follows every change, and the field shows what is wrong.
  await field(page, 'Decimal sign').selectOption('.');
  await expect(page.getByText('1 of the first 4 rows are read')).toBeVisible();
  await expect(field(page, 'Input tokens')).toHaveAccessibleDescription(
    '2 rows: A token count is not a whole number.',
  );
  await field(page, 'Decimal sign').selectOption(',');
  await field(page, /^Date \(required/).selectOption('');
  await page.getByRole('textbox', { name: /^Name/ }).fill('');
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect(field(page, /^Date \(required/)).toBeFocused();
  await expect(field(page, /^Date \(required/)).toHaveAccessibleDescription(
    'Choose the column with the date.',
  );
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveAccessibleDescription(/Enter a name/);
  await field(page, /^Date \(required/).selectOption('Tag');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Our router');
  await page.getByRole('button', { name: 'Save and import' }).click();

  // Both files are read now, without choosing them again.
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '6' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ Bäckerei: 2500, Werft: 10 });
  expect(await totalsByProject(page, '2026-09')).toEqual({ Bäckerei: 2500, Werft: 10 });
  const history = page.getByRole('table', { name: 'Imports' });
  await expect(history.getByRole('row').filter({ hasText: 'Our router' })).toHaveCount(1);

  expect(await bring(page, file('copy.csv', german))).toMatchObject({ 'Usage events added': '0' });

  await page.evaluate(async () => navigator.serviceWorker.ready);
  await site.stop();
  const august = german.replaceAll('.10.', '.08.');
  const packed = zipSync({ 'deep/august.csv.gz': gzipSync(strToU8(august)) });
  expect(await bring(page, file('all.zip', packed))).toMatchObject({ 'Usage events added': '3' });
  expect(await totalsByProject(page, '2026-08')).toEqual({ Bäckerei: 2500, Werft: 10 });
  await open(page, '/map');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Our router' })).toBeVisible();

  // Its name is shown wherever a source is named.
  await open(page, '/?month=2026-10&by=source');
  await expect(page.getByRole('main').getByText('Our router').first()).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('a format for nested JSON lines is mapped, changed without counting twice, renamed, deleted and restored @long', async ({
  app,
}) => {
  const page = app.page;
  const line = (minute: number, input: number, output: number) =>
    JSON.stringify({
      ts: Date.UTC(2026, 9, 5, 12, minute) / 1000,
      llm: { model: 'llama' },
      usage: { prompt: input, completion: output },
      text: 'Never kept',
    });
  const lines = `${line(0, 100, 20)}\n${line(1, 100, 20)}\n${line(2, 1, 2)}\n`;
  await open(page, '/map');
  await page.getByTestId('choose-table').setInputFiles([file('own.jsonl', lines)]);
  await expect(field(page, 'Input tokens')).toHaveValue('usage.prompt');
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue('llm.model');
  await expect(field(page, 'Date format')).toHaveValue('epoch-seconds');
  // A mistake, which is corrected later.
  await field(page, 'Output tokens').selectOption('no column');
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({ 'Usage events added': '3' });
  const total = () =>
    page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
  expect(await total()).toBe(201);

  await page.getByRole('link', { name: 'Custom formats' }).click();
  await page.getByRole('link', { name: 'own' }).click();
  await expect(page.getByText('Choose a file in this format to see what is read from it.')).toBeVisible();
  await page.getByTestId('choose-table').setInputFiles([file('own.jsonl', lines)]);
  await field(page, 'Output tokens').selectOption('usage.completion');
  await expect(page.getByText('3 of the first 3 rows are read, with 243 tokens.')).toBeVisible();
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({
    'Usage events added': '0',
    'Replaced by a more complete record': '3',
  });
  expect(await total()).toBe(243);

  await open(page, '/map');
  const menu = page.getByRole('button', { name: 'Edit or delete own' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await menuTakesFocus(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('My proxy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'My proxy' })).toBeVisible();

  await page.getByRole('button', { name: 'Edit or delete My proxy' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('link', { name: 'My proxy' })).toHaveCount(0);
  expect(await total()).toBe(243);
  // Mapping the same table again restores the format, and nothing counts twice.
  await page.getByTestId('choose-table').setInputFiles([file('more.jsonl', `${lines}${line(9, 5, 5)}\n`)]);
  await expect(page.getByText(/You had a format for these files, “My proxy”/)).toBeVisible();
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({ 'Usage events added': '1' });
  expect(await total()).toBe(253);

  await open(page, '/map');
  await page.getByRole('button', { name: 'Edit or delete My proxy' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'My proxy' })).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('a table in a connected folder is offered, read once it is mapped, and a half-written row counts once @long', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('usage', { create: true }),
    }),
  );
  const append = (text: string) =>
    page.evaluate(async (text) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('usage', { create: true });
      const handle = await folder.getFileHandle('calls.csv', { create: true });
      const stream = await handle.createWritable({ keepExistingData: true });
      await stream.seek((await handle.getFile()).size);
      await stream.write(text);
      await stream.close();
    }, text);
  const total = () =>
    page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
  await open(page, '/import');
  await append('date,model,input,output\n2026-10-02 10:00,m,9,1\n');
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await page.getByRole('button', { name: 'Map columns: usage/calls.csv' }).click();
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect.poll(total).toBe(10);
  await expect(page.getByRole('button', { name: /Map columns/ })).toHaveCount(0);

  await append('2026-10-02 10:05,m,9,1\n2026-10-02 10:06,m,9,9');
  await expect.poll(total).toBe(20);
  await append('1\n2026-10-02 10:07,m,1,1');
  // The row without a line end is complete once the file has stopped growing.
  await expect.poll(total, { timeout: 30_000 }).toBe(20 + 100 + 2);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

// tests/e2e/accessibility covers the page when empty and with a file.
test('the mapping page has no accessibility violations with errors, with a list, in light and dark and at 320 px @long', async ({
  page,
}) => {
  test.slow();
  const inspect = async (where: string) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `${where}, ${width} px`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectNoViolations(page, `${where}, ${width} px, ${colorScheme}`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await open(page, '/map?new');
  await expect(page.getByText(/It is only read here/)).toBeVisible();
  await page.getByTestId('choose-table').setInputFiles([file('router.csv', german)]);
  await expect(checked(page)).toBeVisible();
  await page.getByText('Default values').click();
  await field(page, /^Date \(required/).selectOption('');
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect(field(page, /^Date \(required/)).toBeFocused();
  await inspect('a file, with complaints');
  await field(page, /^Date \(required/).selectOption('Tag');
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect(importPage(page).result).toBeVisible();
  await importPage(page).filesInput.setInputFiles([file('other.csv', 'when;count\n1;2\n')]);
  await expect(page.getByRole('button', { name: 'Map columns: other.csv' })).toBeVisible();
  await inspect('an import that offers to describe');
  await page.getByRole('link', { name: 'Custom formats' }).click();
  await expect(page.getByRole('link', { name: 'router' })).toBeVisible();
  await inspect('the list');
});
