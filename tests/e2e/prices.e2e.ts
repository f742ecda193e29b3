import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

/** Unit tests prove what a price file may contain (price-file.test.ts). Here, one is loaded, applied, undone and removed. */

const file = (text: string) => ({
  name: 'model_prices_and_context_window.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
const litellm = JSON.stringify({
  'house-1': { litellm_provider: 'openai', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 },
});

test('a price table from a file says what it changes, applies, and can be undone and removed', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    const { id } = await window.tokentab.createProject({ name: 'Shop' });
    await window.tokentab.recordUsageEvent({
      ...{ projectId: id, eventType: 'chat', llmMode: 'cloud', model: 'house-1' },
      ...{ promptTokens: 2_000_000, completionTokens: 0, occurredAt: Date.now() - 1000 },
    });
  });
  await open(page, '/prices');
  const section = page.getByRole('region', { name: 'Price table' });
  const model = page.getByRole('row', { name: /house-1/ });
  const input = section.locator('input[type=file]');
  await expect(model).toContainText('No price');

  await input.setInputFiles([file('['.repeat(100_000))]);
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices).toContainText('Tokentab can’t read this price table');

  await input.setInputFiles([file(litellm)]);
  await expect(section).toContainText('1 event changes: 2M tokens without a price → $2.00');
  await expectNoViolations(page, 'a price table before it applies');
  await section.getByRole('button', { name: 'Apply and price events' }).click();
  await expect(model).toContainText('$2.00');
  await expect(section).toContainText('LiteLLM');
  await notices.getByRole('button', { name: 'Undo' }).last().click();
  await expect(model).toContainText('No price');
  await expect(section).not.toContainText('LiteLLM, added');
});

const october = (id: string) =>
  claudeLine({
    id,
    cwd: '/home/ada/shop',
    timestamp: '2026-10-05T12:00:00Z',
    input: 100_000,
    output: 0,
  });

test('pricing all events again can be stopped, and undone @long', async ({ page }) => {
  await open(page, '/import');
  // Enough for a person to press a button meanwhile.
  const text = Array.from({ length: 60_000 }, (_, index) => october(`${index}`)).join('\n');
  await importTexts(page, [{ name: 'log.jsonl', text }]);
  const cost = () =>
    page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).costNanoUsd);
  const before = await cost();
  expect(before).toBe(60_000 * 3e8);

  await open(page, '/prices');
  await page.getByRole('button', { name: 'Set the price of claude-sonnet-4-5' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Own price').check();
  await dialog.getByLabel('Input', { exact: true }).fill('6');
  await expect(dialog).toContainText('60,000 events change');
  await dialog.getByRole('button', { name: 'Save' }).click();
  // Some, but not all.
  await expect(page.getByText(/[1-9][\d,]* of 60,000 events/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices).toContainText(/Stopped\. Priced [1-9][\d,]* events again; the rest are unchanged\./);
  const between = await cost();
  expect(between).toBeGreaterThan(before);
  expect(between).toBeLessThan(2 * before);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });

  await page.getByRole('button', { name: 'Price all events again' }).click();
  // The toast of the stopped run may still be there, and the last cost changes before the new toast appears.
  const repriced = notices.locator('.toast', { hasText: /^\s*Priced [\d,]+ events again/ });
  await expect(repriced).toBeVisible({ timeout: 60_000 });
  expect(await cost()).toBe(2 * before);
  await repriced.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(cost, { timeout: 60_000 }).toBe(between);
});

test('a subscription that ends within a month counts by its days @long', async ({ page }) => {
  await open(page, '/import');
  await importTexts(page, [{ name: 'log.jsonl', text: october('1') }]);
  await open(page, '/prices');
  await page.getByRole('button', { name: 'Add subscription' }).click();
  const dialog = page.getByRole('dialog', { name: 'New subscription' });
  await dialog.getByLabel('Name').fill('Claude Max');
  await dialog.getByLabel('Dollars per month').fill('310');
  await dialog.getByLabel('First day').fill('2026-10-01');
  await dialog.getByLabel('Last day').fill('2026-10-10');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await open(page, '/?month=2026-10&in=money');
  await expect(page.getByText('$100.00 for Oct 1 – 10, 2026.')).toBeVisible();
  await expect(page.getByText('The same usage would have cost $0.30 at API prices.')).toBeVisible();
});
