import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { open, totalsByProject } from './support/tokentab';

/** The list of events: opened from a chart's day, loaded page by page, with moving, editing, deleting and undo. */

const now = new Date();
const day = now.toISOString().slice(0, 10);
const month = day.slice(0, 7);

const line = (id: string, cwd: string, input: number, minute = 0) =>
  claudeLine({
    id,
    cwd,
    session: `s-${cwd}`,
    input,
    output: 0,
    timestamp: new Date(Date.parse(`${day}T00:00:00Z`) + minute * 1000).toISOString(),
  });

test('a day in the chart leads to its events; one moves, stays moved on import, and comes back', async ({
  page,
}) => {
  await open(page);
  const text = [line('1', '/w/alpha', 100), line('2', '/w/alpha', 40, 1), line('3', '/w/beta', 7, 2)].join(
    '\n',
  );
  await importTexts(page, [{ name: 's.jsonl', text }]);
  await open(page, '/');
  await page.getByRole('button', { name: 'View as table' }).first().click();
  await page
    .getByRole('table', { name: /^Tokens by day/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/events\?from=/);
  const list = page.getByRole('list', { name: 'Events, newest day first' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('3 events · 147 tokens')).toBeVisible();
  await expectNoViolations(page, 'events');
  await page.screenshot({ path: test.info().outputPath('events.png') });

  // Without a mouse: filter by one project, then move an event.
  await page.getByRole('combobox', { name: 'Project', exact: true }).selectOption({ label: 'alpha' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveURL(/project=/);
  await list.getByRole('button', { name: /40 tokens/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Move to another project' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move this event' });
  await dialog.getByLabel('Project', { exact: true }).selectOption({ label: 'beta' });
  await dialog.getByRole('button', { name: 'Move' }).focus();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect(await totalsByProject(page, month)).toEqual({ alpha: 100, beta: 47 });
  // The same record again, and a better one of the same call.
  await importTexts(page, [{ name: 's.jsonl', text }]);
  await importTexts(page, [{ name: 't.jsonl', text: line('2', '/w/alpha', 50, 1) }]);
  expect(await totalsByProject(page, month)).toEqual({ alpha: 100, beta: 57 });
  await page.keyboard.press('Control+z');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ alpha: 150, beta: 7 });
  await page.goBack();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'events at 320 px');
  await page.screenshot({ path: test.info().outputPath('narrow.png') });
});

test('an event entered by hand is edited and deleted, each with undo', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const { id } = await window.tokentab.createProject({ name: 'Own' });
    await window.tokentab.recordUsageEvent({
      projectId: id,
      eventType: 'chat',
      llmMode: 'local',
      promptTokens: 70,
      completionTokens: 30,
      cacheWrite1hTokens: 10,
      model: 'mine',
    });
  });
  await open(page, '/events');
  const more = page.getByRole('button', { name: /100 tokens/ });
  await more.click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit a usage event' });
  await expect(dialog.getByLabel('Output tokens')).toHaveValue('30');
  await expectNoViolations(page, 'edit an event');
  await dialog.getByLabel('Output tokens').fill('35');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 event · 105 tokens')).toBeVisible();
  const stats = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  expect(stats).toMatchObject({ cacheWrite1hTokens: 10, cacheWrite5mTokens: 0, outputTokens: 35 });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 event · 100 tokens')).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  // The notification stays while it is focused.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  await expect(page.getByText('No events on these days.')).toBeVisible();
  await undo.click();
  await expect(page.getByText('1 event · 100 tokens')).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('thousands of events scroll to the end, and only those in view are rendered', async ({ page }) => {
  await open(page);
  const lines = Array.from({ length: 3000 }, (_, index) => line(String(index), '/w/alpha', 1 + index, index));
  await importTexts(page, [{ name: 'many.jsonl', text: lines.join('\n') }]);
  await page.goto('/events');
  const list = page.getByRole('list', { name: 'Events, newest day first' });
  await expect(list.getByRole('listitem').first()).toContainText('3,000');
  // Each time the end of the list comes into view, the next page loads.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        return list.getByRole('listitem').last().getAttribute('aria-posinset');
      },
      { intervals: [100], timeout: 120_000 },
    )
    .toBe('3000');
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  await page.screenshot({ path: test.info().outputPath('end.png') });
});
