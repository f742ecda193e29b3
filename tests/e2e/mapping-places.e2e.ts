import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { importPage, resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});
const field = (page: Page, name: string | RegExp) => page.getByRole('combobox', { name });

/** The answer of a usage API: days, each with its results, on a page. */
const answer = (month: number, ...inputs: number[]) =>
  JSON.stringify({
    object: 'page',
    account: 'Bäckerei',
    data: inputs.map((input, day) => ({
      start_time: Date.UTC(2026, month - 1, day + 1) / 1000,
      results: [
        { model: 'large', usage: { input_tokens: input, output_tokens: 5 } },
        { model: 'small', usage: { input_tokens: 1, output_tokens: 0 } },
      ],
    })),
    next_page: null,
  });

test('rows in lists below a key are found, then imported automatically, and their place can be changed before saving @long', async ({
  page,
}) => {
  await open(page, '/import');
  await importPage(page).filesInput.setInputFiles([file('october.json', answer(10, 100, 200))]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '0' });
  await page.getByRole('button', { name: 'Map columns: october.json' }).click();

  const place = field(page, 'Where the rows are');
  await expect(place.locator('option:checked')).toHaveText('data › results (4 rows)');
  const preview = page.getByRole('table', { name: 'First rows of the file' });
  await expect(preview.getByRole('columnheader').first()).toHaveText('Row');
  await expect(preview.getByRole('columnheader', { name: 'usage.input_tokens' })).toBeVisible();
  await expect(preview.getByRole('row').nth(3)).toContainText('200');
  await expect(field(page, /^Date \(required/)).toHaveValue('$.data.start_time');
  await expect(field(page, 'Date format')).toHaveValue('epoch-seconds');
  await expect(page.getByText('4 of the first 4 rows are read, with 312 tokens.')).toBeVisible();
  await expectNoViolations(page, 'rows below a key');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page, 'rows below a key, 320 px');
  await page.setViewportSize({ width: 1280, height: 800 });

  // The days themselves have no counts.
  await place.selectOption({ label: 'data (2 rows)' });
  await expect(page.getByText('0 of the first 2 rows are read, with 0 tokens.')).toBeVisible();
  await place.selectOption({ label: 'data › results (4 rows)' });
  await field(page, 'Project or folder').selectOption('$.account');
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({ 'Usage events added': '4' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ Bäckerei: 312 });

  await importPage(page).filesInput.setInputFiles([file('september.json', answer(9, 10))]);
  await expect.poll(() => totalsByProject(page, '2026-09')).toEqual({ Bäckerei: 16 });
  await page.getByRole('link', { name: 'Custom formats' }).click();
  await page.getByRole('link', { name: 'october', exact: true }).click();
  // The list that remains also accepts files.
  await expect(page.getByText('Choose a file in this format to see what is read from it.')).toBeVisible();
  await page.getByTestId('choose-table').setInputFiles([file('october.json', answer(10, 100, 200))]);
  await expect(page.getByText('The rows are in data › results.')).toBeVisible();
  await expect(page.getByText('4 of the first 4 rows are read, with 312 tokens.')).toBeVisible();
});

test('two tools that write the same columns are told apart by their files’ names @long', async ({ page }) => {
  const rows = (project: string) => `date,project,input,output\n2026-10-02 10:00,${project},9,1\n`;
  const total = (name: string) => totalsByProject(page, '2026-10').then((totals) => totals[name] ?? 0);
  await open(page, '/map');
  await page.getByTestId('choose-table').setInputFiles([file('router.csv', rows('Werft'))]);
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({ 'Usage events added': '1' });

  await open(page, '/map');
  await page.getByTestId('choose-table').setInputFiles([file('gateway-2026-10.csv', rows('Bäckerei'))]);
  await expect(page.getByText('“router” already reads this format, so you are editing it.')).toBeVisible();
  await page.getByRole('button', { name: 'It comes from another tool: create a separate format' }).click();
  await expect(page.getByText(/Files already imported with “router” stay with it/)).toBeVisible();
  const only = page.getByRole('textbox', { name: /Only files whose name or folder contains/ });
  await expect(only).toHaveValue('gateway');
  await only.fill('');
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect(page.getByText('Without this, two formats would read the same files.')).toBeVisible();
  await only.fill('other');
  await expect(page.getByText('The chosen file does not have this in its name or folder.')).toBeVisible();
  await only.fill('GATEWAY');
  // Here the counts mean something else.
  await field(page, 'Output tokens').selectOption('no column');
  await page.getByRole('button', { name: 'Save and import' }).click();
  expect(await resultOf(page)).toMatchObject({ 'Usage events added': '1' });
  expect([await total('Werft'), await total('Bäckerei')]).toEqual([10, 9]);

  await importPage(page).filesInput.setInputFiles([
    file('router-b.csv', rows('Werft').replace('10:00', '11:00')),
    file('gateway-b.csv', rows('Bäckerei').replace('10:00', '11:00')),
  ]);
  await expect.poll(async () => [await total('Werft'), await total('Bäckerei')]).toEqual([20, 18]);
  await open(page, '/?month=2026-10&by=source');
  for (const name of ['router', 'gateway'])
    await expect(page.getByRole('main').getByText(name, { exact: true }).first()).toBeVisible();
});

test('the offer to map a table in a connected folder lasts until it is answered, without reading the file again @own-browser @long', async ({
  app,
}) => {
  let page = app.page;
  const prepare = (page: Page) =>
    page.addInitScript(() =>
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('usage', { create: true }),
      }),
    );
  const write = (name: string, text: string) =>
    page.evaluate(
      async ({ name, text }) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('usage', { create: true });
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      },
      { name, text },
    );
  const offer = (name: string) => page.getByRole('button', { name: `Map columns: usage/${name}` });
  /** The offers stored for the next session, and whether each was hidden. */
  const kept = () =>
    page.evaluate(async () => {
      const name = 'tokentab-offers';
      // Opening a missing database would create it without the app's stores.
      if (!(await indexedDB.databases()).some((each) => each.name === name)) return {};
      const opening = indexedDB.open(name);
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const all = opening.result.transaction('offers').objectStore('offers').getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      opening.result.close();
      const offers = all.result as { path: string; isLeftOut: boolean }[];
      return Object.fromEntries(offers.map(({ path, isLeftOut }) => [path, isLeftOut]));
    });
  await prepare(page);
  await open(page, '/import');
  await write('calls.csv', 'date,model,input,output\n2026-10-02 10:00,m,9,1\n');
  await write('stock.csv', 'item,price,amount\nbolt,3,7\n');
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect(offer('calls.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Ignore: usage/stock.csv' }).click();
  await expect(offer('stock.csv')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(offer('stock.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Ignore: usage/stock.csv' }).click();
  await expect(offer('stock.csv')).toHaveCount(0);
  // It is stored a moment after it is shown.
  await expect.poll(kept).toEqual({ 'usage/calls.csv': false, 'usage/stock.csv': true });

  page = await app.restart();
  await prepare(page);
  await open(page, '/import');
  await expect(offer('calls.csv')).toBeVisible();
  // Nothing was read for that, and a hidden table stays hidden even when it changes.
  await expect(importPage(page).history.getByRole('row')).toHaveCount(2);
  await write('stock.csv', 'item,price,amount\nbolt,3,7\nnut,1,9\n');
  await write('later.csv', 'when,llm,input,output\n2026-10-02 10:00,m,5,0\n');
  await expect(offer('later.csv')).toBeVisible();
  await expect(offer('stock.csv')).toHaveCount(0);

  await offer('calls.csv').click();
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect
    .poll(() => totalsByProject(page, '2026-10').then((totals) => Object.values(totals)))
    .toEqual([10]);
  await expect.poll(kept).toEqual({ 'usage/later.csv': false, 'usage/stock.csv': true });
  page = await app.restart();
  await prepare(page);
  await open(page, '/import');
  await expect(offer('later.csv')).toBeVisible();
  await expect(offer('calls.csv')).toHaveCount(0);
  await page.getByRole('button', { name: 'Disconnect the folder usage' }).click();
  await expect(offer('later.csv')).toHaveCount(0);
});
