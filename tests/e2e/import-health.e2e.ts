import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

const recently = new Date(Date.now() - 60_000).toISOString();
const good = claudeLine({ id: '1', cwd: '/w/alpha', timestamp: recently });

test('the month page says how well its logs were read, with one link', async ({ page }) => {
  await open(page);
  // No call can have this count: the line is a problem, and the rest is read.
  const bad = claudeLine({ id: '2', cwd: '/w/alpha', timestamp: recently, input: -5 });
  await importTexts(page, [{ name: 'a.jsonl', text: `${good}\n${bad}` }]);
  await page.goto('/');
  const note = page.getByText(/^Logs were last read on .*, with 1 problem: some usage may be missing\.$/);
  await expect(note).toBeVisible();
  await expectNoViolations(page, 'month after problems');
  await page.screenshot({ path: test.info().outputPath('problems.png') });
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'month after problems');
  await page.getByRole('link', { name: 'Go to imports' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/import$/);
  await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();

  // A file that can't contain usage is no problem.
  await importTexts(page, [
    { name: 'b.jsonl', text: good },
    { name: 'empty.jsonl', text: '' },
    { name: 'notes.md', text: '# Notes' },
  ]);
  await page.goto('/');
  await expect(page.getByText(/^Logs were last read on .*, without problems\.$/)).toBeVisible();
  await expect(note).toHaveCount(0);
});
