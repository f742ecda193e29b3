import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { pressTabTo } from './support/keyboard';
import { open } from './support/tokentab';

const firstPage = (page: Page) => ({
  dropZone: page.getByRole('region', { name: 'Drop folders or files here' }),
  chooseFolder: page.getByRole('button', { name: 'Choose folder' }),
  chooseFiles: page.getByRole('button', { name: 'Choose files' }),
  sample: page.getByRole('button', { name: 'Try with sample data' }),
  byHand: page.getByRole('button', { name: 'Add by hand' }),
});

const banner = (page: Page) => page.getByRole('region', { name: 'Sample data' });

function readAll(page: Page) {
  return page.evaluate(async () => ({
    projects: await window.tokentab.getProjects(),
    stats: await window.tokentab.getAllUsageStats('2026-10'),
  }));
}

test('an empty database shows the drop zone, sample data and recording by hand', async ({ page }) => {
  await open(page);
  for (const part of Object.values(firstPage(page))) await expect(part).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where do your tokens go?');
  // Nothing about a month without usage is shown.
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('sample data is a separate database: changes in it affect nothing else, and one click leaves it', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    const { id } = await window.tokentab.createProject({ name: 'My own' });
    await window.tokentab.recordUsageEvent({
      projectId: id,
      eventType: 'chat',
      llmMode: 'cloud',
      promptTokens: 70,
      completionTokens: 7,
      occurredAt: '2026-10-05T12:00:00Z',
    });
  });
  const own = await readAll(page);

  // Does what the button on the first page does, which isn't shown once there is usage.
  await page.evaluate(() => sessionStorage.setItem('tokentab:database', 'sample'));
  await open(page);
  await expect(banner(page)).toContainText('This is sample data.');
  await expect(page.getByRole('table', { name: 'Projects' }).getByText('Harbour Shop')).toBeVisible();
  await page.evaluate(() => window.tokentab.createProject({ name: 'Scribble' }));
  await expect(page.getByText('My own')).toHaveCount(0);

  // The page reloads: its banner is gone before anything of the next page appears.
  const loaded = page.waitForEvent('load');
  await banner(page).getByRole('button', { name: 'Leave sample data' }).click();
  await loaded;
  expect(await readAll(page)).toEqual(own);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
});

test('sample data stays open after a reload, but not in another tab', async ({ app }) => {
  const page = await open(app.page);
  await firstPage(page).sample.click();
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Projects' })).toBeVisible();
  await page.reload();
  await expect(banner(page)).toBeVisible();

  const other = await open(await app.context.newPage());
  await expect(firstPage(other).dropZone).toBeVisible();
  expect(await other.evaluate(() => window.tokentab.getProjects())).toEqual([]);

  await banner(page).getByRole('button', { name: 'Leave sample data' }).click();
  await expect(firstPage(page).dropZone).toBeVisible();
});

test('usage and its project are recorded by keyboard alone @smoke', async ({ page }) => {
  await open(page);
  await pressTabTo(page, firstPage(page).byHand);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Record a usage event' });
  await expect(dialog).toBeVisible();

  const fill = async (label: string, text: string) => {
    await pressTabTo(page, dialog.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  };
  await fill('Name of the new project', 'Letters');
  await fill('Input tokens', '1200');
  await fill('Output tokens', '34');
  await expect(dialog.getByText('1,234 tokens in total')).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Recorded 1,234 tokens for Letters.')).toBeVisible();
  const row = page.getByRole('table', { name: 'Projects' }).getByRole('row', { name: /Letters/ });
  await expect(row).toContainText('1,234');
  const stats = await page.evaluate(() => window.tokentab.getGlobalUsageStats());
  expect(stats).toMatchObject({ eventCount: 1, promptTokens: 1_200, completionTokens: 34 });
});

test('a missing value is reported at its field, and nothing is stored @long', async ({ page }) => {
  await open(page);
  await firstPage(page).byHand.click();
  const dialog = page.getByRole('dialog', { name: 'Record a usage event' });
  await dialog.getByLabel('Input tokens').fill('1.5');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByLabel('Input tokens')).toHaveAccessibleDescription(
    'Enter a whole number, 0 or more.',
  );
  await expect(dialog.getByLabel('Name of the new project')).toHaveAccessibleDescription(
    'A project needs a name.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(() => window.tokentab.getProjects())).toEqual([]);
});
