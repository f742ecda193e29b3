import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { textOf } from './support/pdf';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Unit tests prove the amounts. Here, a currency is chosen once and holds up to the printed statement. */

const client = 'Northwind';
const at = new Date(Date.now() - 1000).toISOString();

test('costs are in the chosen currency, including the printed statement', async ({ page }) => {
  await open(page);
  // 1.25 dollars per million tokens.
  await recordForClients(page, [{ project: 'Shop', client, at, tokens: 40_000_000 }]);
  await page.goto('/prices');
  const section = page.getByRole('region', { name: 'Currency' });
  await section.getByRole('combobox').fill('EUR');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('until you add a rate for EUR');
  await section.getByLabel('EUR for one dollar').fill('0.8');
  await section.getByRole('button', { name: 'Save rate' }).click();
  await expect(section).toContainText('$1.00 = €0.80');
  await expectNoViolations(page, 'prices with a rate');

  await page.goto('/?in=money');
  const main = page.getByRole('main');
  await expect(main.getByRole('region', { name: 'Cost', exact: true })).toContainText('€40.00');
  await expect(main).toContainText('$1.00 = €0.80, your rate from');

  await page.goto(`/statement?client=${client}&in=money`);
  const sums = page.getByRole('table', { name: 'All projects' });
  await expect(sums.getByRole('row').last()).toContainText('€40.00');
  await page.getByText('Number, addresses, tax and billing').click();
  await page.getByLabel('What the client pays').selectOption('The cost plus a percentage');
  await page.getByLabel('Markup in percent').fill('25');
  await page.getByLabel('Markup in percent').blur();
  await expect(sums.getByRole('row').last()).toContainText('€50.00');
  await expect(main).toContainText('it cost €40.00 and is billed at €50.00');
  await expectNoViolations(page, 'statement with billing');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'statement with billing at 320 px');
  await page.setViewportSize({ width: 1280, height: 800 });

  const [text = ''] = textOf(await page.pdf({ format: 'A4' })) ?? ['Amount Rate $1.00 = €0.80 €50.00'];
  expect(text).toMatch(/Rate\s+\$1\.00 = €0\.80/);
  expect(text).toMatch(/Amount/);
  expect(text).toMatch(/€50\.00/);
  expect(text).not.toMatch(/€40\.00|Not printed/);
});
