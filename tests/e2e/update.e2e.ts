import type { BrowserContext, Page } from 'playwright';
import { expect, test } from './support/app';
import { buildNewerVersion, removeNewerVersion } from './support/newer-build';
import { record } from './support/record';
import { open } from './support/tokentab';

// One build for all tests.
test.describe.configure({ mode: 'default' });

let newer = '';
test.beforeAll(async () => {
  test.setTimeout(300_000);
  newer = await buildNewerVersion();
});
test.afterAll(removeNewerVersion);

const usage = [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }];
const prompt = (page: Page) => page.getByRole('status', { name: 'A new version of Tokentab is ready.' });

/** The build that a tab runs, as its settings page shows it. */
const versionOf = (page: Page) => page.getByRole('region', { name: 'About' }).getByRole('code');

const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });

test('a new version asks before it takes over, then every tab reloads with its data @service-worker', async ({
  app,
}) => {
  const page = await open(app.page, '/settings');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await record(page, usage);
  const other = await open(await app.context.newPage(), '/settings');
  const older = await versionOf(page).innerText();
  await expect(prompt(page)).toHaveCount(0);

  await app.site.start(newer);
  const field = page.getByRole('combobox', { name: 'Time zone' });
  await field.fill('half typed');
  await lookForUpdate(page);
  await expect(prompt(page)).toBeVisible();
  // Neither the form nor the version has changed, and a reload alone doesn't switch versions.
  await expect(field).toHaveValue('half typed');
  await other.reload();
  await expect(versionOf(other)).toHaveText(older);

  await prompt(page).getByRole('button', { name: 'Later' }).click();
  await expect(prompt(page)).toHaveCount(0);
  await expect(versionOf(page)).toHaveText(older);

  // An open form in this tab keeps what was typed when the other tab accepts the update.
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search pages, projects and actions' })).toBeFocused();
  await page.keyboard.type('new project');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'New project' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Half typed');
  await expect(prompt(other)).toBeVisible();
  await prompt(other).getByRole('button', { name: 'Reload' }).click();
  for (const tab of [page, other]) {
    await expect(versionOf(tab)).not.toHaveText(older);
    await expect(prompt(tab)).toHaveCount(0);
    await tab.evaluate(() => window.tokentab.ready);
    expect(await tab.evaluate(() => window.tokentab.getGlobalUsageStats('2026-10'))).toMatchObject({
      totalTokens: 10,
    });
  }
  expect(await versionOf(page).innerText()).toBe(await versionOf(other).innerText());
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Half typed');

  // Offline, the new version is used.
  await app.site.stop();
  await page.reload();
  await expect(versionOf(page)).toHaveText(await versionOf(other).innerText());
});

/** As in private windows of Firefox: each load gets what the server has. */
function withoutServiceWorker(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

test('an older tab stops writing as soon as a newer one opens the database, and updates itself @smoke @service-worker', async ({
  app,
}) => {
  await withoutServiceWorker(app.context);
  const older = await open(app.page, '/settings');
  const [projectId] = Object.values(await record(older, usage));
  const olderVersion = await versionOf(older).innerText();

  await app.site.start(newer);
  const newest = await open(await app.context.newPage(), '/settings');
  await expect(versionOf(newest)).not.toHaveText(olderVersion);
  await expect(versionOf(older)).toHaveText(await versionOf(newest).innerText());
  await older.evaluate(() => window.tokentab.ready);
  expect(await older.evaluate(async () => (await window.tokentab.getProjects())[0]?.id)).toBe(projectId);
  expect(await newest.evaluate(() => window.tokentab.checkIntegrity())).toEqual({
    ok: true,
    differences: [],
  });
});

test('an older tab that a reload cannot update says so once and refuses every call @long @service-worker', async ({
  app,
}) => {
  await withoutServiceWorker(app.context);
  const older = await open(app.page, '/settings');
  await record(older, usage);
  const olderVersion = await versionOf(older).innerText();
  // What a tab stores when it was reloaded once and is still the same old version.
  const build = (await versionOf(older).getAttribute('title')) ?? '';
  await older.evaluate((version) => sessionStorage.setItem('tokentab:reloaded-from', version), build);

  await app.site.start(newer);
  const newest = await open(await app.context.newPage());
  await expect(older.getByRole('heading', { level: 1 })).toHaveText(
    'A newer Tokentab is open in another tab',
  );
  const refused = await older.evaluate(() =>
    window.tokentab.createProject({ name: 'No' }).catch((error: unknown) => (error as { code: string }).code),
  );
  expect(refused).toBe('NewerData');
  expect(await newest.evaluate(async () => (await window.tokentab.getProjects()).length)).toBe(1);

  await older.getByRole('button', { name: 'Reload' }).click();
  await expect(versionOf(older)).not.toHaveText(olderVersion);
});

test('a half-finished mapping survives an update, with the preview of its file @long @service-worker', async ({
  app,
}) => {
  const page = await open(app.page, '/map');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const table = {
    name: 'router.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('date,llm,input,output\n2026-10-02,large,90,10\n'),
  };
  await page.getByTestId('choose-table').setInputFiles([table]);
  const name = page.getByRole('textbox', { name: /^Name/ });
  const output = page.getByRole('combobox', { name: 'Output tokens' });
  await name.fill('Half typed');
  await output.selectOption('no column');

  await app.site.start(newer);
  await lookForUpdate(page);
  await prompt(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText(/Your draft was restored. Choose router.csv again/)).toBeVisible();
  await expect(name).toHaveValue('Half typed');
  await expect(output).toHaveValue('');
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toContainText('large');
  await expect(page.getByText('1 of the first 1 rows are read, with 90 tokens.')).toBeVisible();

  await page.getByTestId('choose-table').setInputFiles([table]);
  await expect(page.getByText(/Your draft was restored/)).toHaveCount(0);
  await expect(name).toHaveValue('Half typed');
  await page.getByRole('button', { name: 'Save and import' }).click();
  await expect(page.getByRole('region', { name: 'Import finished' })).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.getGlobalUsageStats('2026-10'))).toMatchObject({
    totalTokens: 90,
  });
  await page.reload();
  await expect(page.getByText(/Your draft was restored/)).toHaveCount(0);
});
