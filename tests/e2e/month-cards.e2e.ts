import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { record } from './support/record';
import { open } from './support/tokentab';

/** What the cards show besides the total: projects, cache, the projection, and what everything is compared with. */

const card = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name, exact: true });

test('the cards count projects and events and say how much came from the cache', async ({ page }) => {
  await open(page);
  const line = JSON.parse(
    claudeLine({ id: 'a', cwd: '/w/a', timestamp: '2026-10-05T12:00:00.000Z', input: 100, output: 50 }),
  ) as { message: { usage: object } };
  Object.assign(line.message.usage, { cache_read_input_tokens: 300, cache_creation_input_tokens: 0 });
  await importTexts(page, [{ name: 'a.jsonl', text: JSON.stringify(line) }]);
  await record(page, [{ project: 'Idle', at: '2026-09-05T12:00:00Z', tokens: 1 }]);
  await page.goto('/?month=2026-10');
  await expect(card(page, 'Cache use')).toContainText('75%');
  await expect(card(page, 'Cache use')).toContainText('of 400 prompt tokens were read from the cache');
  await expect(card(page, 'Active projects')).toContainText(/1\s*of 2/);
  await expect(card(page, 'Usage events')).toContainText(/1\s*450 tokens each on average/);
  // A past month needs no projection.
  await expect(page.getByText('Projected month total')).toHaveCount(0);
  // Nor does it show the windows that are open now.
  await expect(card(page, 'Plan windows')).toHaveCount(0);
  const now = claudeLine({ id: 'b', cwd: '/w/a', timestamp: new Date().toISOString() });
  await importTexts(page, [{ name: 'b.jsonl', text: now }]);
  await page.goto('/');
  await expect(card(page, 'Plan windows')).toContainText(/Claude Code.*Resets\s*in .* min.*15 tokens/);
});

test('the current month has a projection from its third day on @long', async ({ page }) => {
  await open(page);
  await record(page, [{ project: 'Shop', at: new Date().toISOString(), tokens: 3000 }]);
  await page.goto('/');
  const now = new Date();
  const [day, days] = [now.getUTCDate(), new Date(now.getUTCFullYear(), now.getUTCMonth() + 1, 0).getDate()];
  const estimate = card(page, 'Projected month total');
  await expect(card(page, 'Usage events')).toBeVisible();
  const isShown = day >= 3;
  await expect(estimate).toHaveCount(isShown ? 1 : 0);
  if (!isShown) return;
  const rough = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
  const expected = rough.format(Math.round((3000 / day) * days));
  await expect(estimate).toContainText(`≈ ${expected}`);
});

test('the comparison can be the period before, a year earlier, or none', async ({ page }) => {
  await open(page);
  await record(page, [
    { project: 'Shop', at: '2025-10-05T12:00:00Z', tokens: 50 },
    { project: 'Shop', at: '2026-09-05T12:00:00Z', tokens: 200 },
    { project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 100 },
  ]);
  await page.goto('/?month=2026-10');
  const tokens = card(page, 'Tokens');
  await expect(tokens).toContainText('−50%');
  await page.getByRole('main').getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Compare with').selectOption('Same period last year');
  await expect(tokens).toContainText('+100%');
  await page.getByLabel('Compare with').selectOption('Nothing');
  await expect(tokens).not.toContainText(/more|less/);
  await expect(page.getByRole('columnheader', { name: 'Change' })).toHaveCount(0);
  await page.goBack();
  await expect(tokens).toContainText('+100%');
});
