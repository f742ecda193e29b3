import type { Locator, Page } from 'playwright';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { menuTakesFocus } from './support/keyboard';
import { open, totalsByProject } from './support/tokentab';

/** Deleting, merging, moving and splitting projects by mouse and keyboard, each with undo. */

const now = new Date();
const month = now.toISOString().slice(0, 7);
const line = (id: string, cwd: string, input: number, session: string) =>
  claudeLine({ id, cwd, session, input, output: 0, timestamp: now.toISOString() });

const logs = [
  line('1', '/work/alpha', 100, 'a'),
  line('2', '/work/alpha/packages/ui', 40, 'a'),
  line('3', '/work/beta', 7, 'b'),
  line('4', '/work/gamma', 3, 'c'),
].join('\n');

const read = (page: Page) => importTexts(page, [{ name: 'session.jsonl', text: logs }]);
const totals = (page: Page) => totalsByProject(page, month);
const all = { alpha: 140, beta: 7, gamma: 3 };

async function idOf(page: Page, name: string): Promise<string> {
  const found = await page.evaluate(
    async (name) => (await window.tokentab.getProjects()).find((project) => project.name === name)?.id,
    name,
  );
  if (found === undefined) throw new Error(`There is no project ${name}.`);
  return found;
}

async function pinned(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name));
}

async function expectWhole(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
}

/**
 * Returns a function that measures how long the page's main thread has worked so far, in milliseconds of CPU time, so
 * that other load on the machine doesn't count.
 */
async function watchWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
}

/** Opens a row's menu and selects an item without a mouse. */
async function chooseByKeys(page: Page, button: Locator, item: string): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
  await menuTakesFocus(page);
  const wanted = page.getByRole('menuitem', { name: item });
  for (let presses = 0; presses < 8; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

test('deleting a project removes its usage, imports skip it, and undo restores its position', async ({
  page,
}) => {
  await open(page);
  await read(page);
  for (const name of ['alpha', 'beta', 'gamma']) {
    await page.evaluate((id) => window.tokentab.updateProjectPinned(id, true), await idOf(page, name));
  }
  await open(page, '/projects');
  await page.getByRole('main').getByRole('button', { name: 'More about beta' }).click();
  await page.getByRole('menuitem', { name: 'Delete with its usage' }).click();
  await expect(page.getByText('Deleted beta with its usage.')).toBeVisible();
  // The toast stays while hovered, however long the rest takes.
  await page.getByRole('button', { name: 'Undo' }).first().hover();
  await expect.poll(() => totals(page)).toEqual({ alpha: 140, gamma: 3 });
  expect(await pinned(page)).toEqual(['alpha', 'gamma']);
  await read(page);
  expect(await totals(page)).toEqual({ alpha: 140, gamma: 3 });
  await expectWhole(page);

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => totals(page)).toEqual(all);
  expect(await pinned(page)).toEqual(['alpha', 'beta', 'gamma']);

  // The same with the keyboard, and restored from the list of deleted projects.
  await chooseByKeys(
    page,
    page.getByRole('main').getByRole('button', { name: 'More about beta' }),
    'Delete with its usage',
  );
  await expect.poll(() => totals(page)).toEqual({ alpha: 140, gamma: 3 });
  await page.keyboard.press('Control+z');
  await expect.poll(() => totals(page)).toEqual(all);
  await chooseByKeys(
    page,
    page.getByRole('main').getByRole('button', { name: 'More about gamma' }),
    'Delete with its usage',
  );
  await expect.poll(() => totals(page)).toEqual({ alpha: 140, beta: 7 });
  await page.reload();
  await page.getByText('Deleted projects (1)').click();
  await page.screenshot({ path: test.info().outputPath('deleted.png'), fullPage: true });
  await expectNoViolations(page, 'projects with a deleted one');
  await page.getByRole('button', { name: 'Restore gamma' }).click();
  await expect.poll(() => totals(page)).toEqual(all);
  expect(await pinned(page)).toEqual(['alpha', 'beta', 'gamma']);
  await expectWhole(page);
});

test('two projects merge into one, later imports follow, and undo separates them again', async ({ page }) => {
  await open(page);
  await read(page);
  await open(page, `/project?id=${await idOf(page, 'beta')}`);
  await page.getByRole('main').getByRole('button', { name: 'More about beta' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another project' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge into another project' });
  await expect(dialog).toBeVisible();
  await expectNoViolations(page, 'merge dialog');
  await page.screenshot({ path: test.info().outputPath('merge.png') });
  await dialog.getByLabel('Project', { exact: true }).selectOption({ label: 'alpha' });
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('Merged beta into alpha.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'alpha' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(await totals(page)).toEqual({ alpha: 147, gamma: 3 });
  await importTexts(page, [{ name: 'later.jsonl', text: line('5', '/work/beta', 1000, 'b') }]);
  expect(await totals(page)).toEqual({ alpha: 1147, gamma: 3 });
  await expectWhole(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => totals(page)).toEqual({ ...all, beta: 1007 });
  await expectWhole(page);
});

test('a subfolder is split off into its own project, and undo puts it back @long', async ({ page }) => {
  await open(page);
  await read(page);
  await page.goto(`/project?id=${await idOf(page, 'alpha')}`);
  const paths = page.getByRole('table', { name: 'Folders and names assigned to this project' });
  await expect(paths.getByText('/work/alpha/packages/ui')).toBeVisible();
  await expectNoViolations(page, 'project with its folders');
  await page.screenshot({ path: test.info().outputPath('folders.png'), fullPage: true });
  await paths.getByRole('button', { name: 'Move /work/alpha/packages/ui' }).focus();
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Name of the new project');
  await expect(name).toHaveValue('ui');
  await name.press('Enter');
  await expect.poll(() => totals(page)).toEqual({ alpha: 100, ui: 40, beta: 7, gamma: 3 });
  // The toast stays while hovered, however long the import takes.
  await page.getByRole('button', { name: 'Undo' }).first().hover();
  await importTexts(page, [{ name: 'l.jsonl', text: line('6', '/work/alpha/packages/ui/src', 5, 'a') }]);
  expect(await totals(page)).toMatchObject({ alpha: 100, ui: 45 });
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => totals(page)).toMatchObject({ alpha: 145 });
  await expectWhole(page);
});

test('undecided names of an import are asked about once, without blocking anything @long', async ({
  page,
}) => {
  await open(page);
  const header =
    'start_time,end_time,start_time_iso,project_id,num_model_requests,model,input_tokens,output_tokens,input_cached_tokens';
  const start = Math.floor(Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`) / 1000);
  const row = (project: string, tokens: number) =>
    `${start},${start + 86_400},${new Date(start * 1000).toISOString()},${project},1,gpt-5,${tokens},0,0`;
  const text = [header, row('proj_shop', 30), row('proj_blog', 20)].join('\n');
  await importTexts(page, [{ name: 'completions_usage_2026.csv', text }]);
  await read(page);
  await open(page, '/import');
  const names = page.getByRole('table', { name: 'Which project is this?' });
  await expect(names.getByRole('row')).toHaveCount(3);
  await expectNoViolations(page, 'import with names to decide about');
  await page.screenshot({ path: test.info().outputPath('names.png'), fullPage: true });
  await names.getByRole('button', { name: 'Keep proj_blog where it is' }).click();
  await expect(names.getByRole('row')).toHaveCount(2);
  await names.getByRole('button', { name: 'Choose a project for proj_shop' }).click();
  await page.getByRole('dialog').getByLabel('Project', { exact: true }).selectOption({ label: 'alpha' });
  await page.getByRole('dialog').getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(names).toBeHidden();
  await expect.poll(() => totals(page)).toMatchObject({ alpha: 170 });
  await importTexts(page, [{ name: 'completions_usage_2026.csv', text }]);
  await expect(names).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(names).toBeVisible();
  await expect.poll(() => totals(page)).toMatchObject({ alpha: 140 });
});

test('a client has a page with its projects, the month and the year', async ({ page }) => {
  await open(page);
  await read(page);
  await page.goto(`/project?id=${await idOf(page, 'alpha')}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Client').fill('ACME & Sons');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('main').getByRole('link', { name: 'ACME & Sons' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ACME & Sons' })).toBeVisible();
  const year = new Date().getUTCFullYear();
  const table = page.getByRole('table', { name: `Projects in ${year}` });
  await expect(table.getByRole('row', { name: 'alpha' })).toContainText('140');
  await expect(page.getByRole('table', { name: `Months of ${year}` }).getByRole('row')).toHaveCount(2);
  await expectNoViolations(page, 'client');
  await page.screenshot({ path: test.info().outputPath('client.png'), fullPage: true });
  await page.getByRole('button', { name: 'Range' }).click();
  await page.getByRole('link', { name: 'This year' }).click();
  await expect(page.getByRole('listbox', { name: /^Tokens by month and project/ })).toBeVisible();
  await page.getByRole('link', { name: /^Previous period/ }).click();
  await expect(page.getByText(`No usage in ${year - 1}.`).first()).toBeVisible();
  await page.goBack();
  await expect(table.getByRole('row', { name: 'alpha' })).toContainText('140');
});

test('two thousand projects are listed, filtered and sorted at once @long', async ({ page }) => {
  test.slow();
  await open(page);
  await page.evaluate(async () => {
    const make = (number: number) =>
      window.tokentab.createProject({
        name: `Project ${String(number).padStart(4, '0')}`,
        clientName: `Client ${number % 50}`,
      });
    for (let first = 0; first < 2000; first += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => make(first + index)));
    }
  });
  await page.goto('/projects');
  const list = page.getByRole('list', { name: 'Projects', exact: true });
  await expect(list.getByRole('listitem').first()).toContainText('Project 0000');
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  const work = await watchWork(page);
  const took: number[] = [];
  for (const text of ['1', '19', '199', '1999', '', 'client 7']) {
    const before = await work();
    await page.evaluate(async (text) => {
      const input = document.querySelector('main input[type="search"]');
      if (!(input instanceof HTMLInputElement)) throw new Error('There is no filter.');
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      while ((new URLSearchParams(location.search).get('q') ?? '') !== text);
    }, text);
    took.push(Math.round((await work()) - before));
  }
  console.info(`filtering 2,000 projects took ${took.join(', ')} ms of work`);
  expect(Math.min(...took)).toBeGreaterThan(0);
  expect(Math.max(...took)).toBeLessThan(200);
  await expect(page.getByRole('status').filter({ hasText: '40 projects' })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Sort by').selectOption('activity');
  await expect(list.getByRole('listitem').first()).toContainText('Project 0000');
  await page.getByLabel('Sort by').selectOption('client');
  await expect(list.getByRole('listitem').first()).toContainText('Client 0');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(list.getByRole('listitem').last()).toContainText('Client 9');
  await expectNoViolations(page, 'two thousand projects');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'two thousand projects at 320 px');
  await page.screenshot({ path: test.info().outputPath('narrow.png') });
});
