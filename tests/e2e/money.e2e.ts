import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/**
 * Unit tests prove the sums (costs-in-views.test.ts). Here, the switch carries over from page to page, up to a
 * printable statement and the palette's answer.
 */

const client = 'Northwind';
const at = new Date(Date.now() - 1000).toISOString();

test('one switch shows money everywhere, including the statement with its tax', async ({ page }) => {
  await open(page);
  // 1.25 dollars per million tokens.
  await recordForClients(page, [
    { project: 'Shop', client, at, tokens: 40_000_000 },
    { project: 'Notes', at, tokens: 1_000_000 },
  ]);
  await page.evaluate(async (occurredAt) => {
    const [project] = await window.tokentab.getProjects();
    await window.tokentab.recordUsageEvent({
      projectId: project?.id ?? '',
      eventType: 'chat',
      llmMode: 'cloud',
      model: 'no-such-model',
      promptTokens: 1_200_000,
      completionTokens: 0,
      occurredAt,
    });
  }, at);
  await page.goto('/');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Cost', exact: true }).click();
  await expect(page).toHaveURL(/\?in=money$/);
  const card = main.getByRole('region', { name: 'Cost', exact: true });
  await expect(card).toContainText('$51.25');
  await expect(card).toContainText('+ 1.2M tokens without a price');
  await expect(main.getByRole('region', { name: 'Most expensive project' })).toContainText('Shop');
  await expectNoViolations(page, 'month in money');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'month in money at 320 px');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Clients' })).toContainText('$50.00');
  await page.getByRole('link', { name: client, exact: true }).click();
  await main
    .getByRole('link', { name: /^Statement for/ })
    .first()
    .click();
  await page.getByText('Number, addresses, tax and billing').click();
  await page.getByLabel('Tax rate in percent').fill('19');
  await page.getByLabel('Number').fill('2026-7');
  await page.getByLabel('The client’s address').fill('Northwind\nPier 2');
  await page.getByLabel('The client’s address').blur();
  const sums = page.getByRole('table', { name: 'All projects' });
  await expect(sums.getByRole('row', { name: 'Tax, 19%' })).toContainText('$9.50');
  await expect(sums.getByRole('row', { name: 'Total with tax' })).toContainText('$59.50');
  await page.reload();
  await expect(main.locator('article')).toContainText('2026-7');
  await expect(main.locator('address').first()).toContainText('Pier 2');
  await expectNoViolations(page, 'statement in money');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('cost of northw');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(/Northwind, .*: \$50\.00/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/client\?name=Northwind&.*in=money/);
});
