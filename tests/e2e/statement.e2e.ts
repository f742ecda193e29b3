import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { claudeLine, importTexts } from './support/imports';
import { pageCountOf, textOf } from './support/pdf';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** A statement per client and month, on screen and as the PDF to send. */

const client = 'Harbour & Söhne';
const recently = new Date(Date.now() - 1000).toISOString();

async function fill(page: Page): Promise<void> {
  await open(page);
  await recordForClients(page, [
    { project: 'Shop', client, at: recently, tokens: 1200 },
    { project: 'Stock', client, at: recently, tokens: 300 },
    { project: 'Notes', at: recently, tokens: 7 },
  ]);
}

/** One project with 120 models, the last of which are lower bounds. */
async function fillLong(page: Page): Promise<void> {
  const lines = Array.from({ length: 120 }, (_, index) =>
    claudeLine({ id: `m${index}`, cwd: '/w/long', timestamp: recently, input: 1000 + index, output: 10 })
      .replace('claude-sonnet-4-5', `model-${index}.`)
      .replace(/"version":"[^"]*"/, '"version":"2.1.20"')
      .replace(/"stop_reason":"[^"]*"/, '"stop_reason":null'),
  );
  await importTexts(page, [{ name: 'many.jsonl', text: lines.join('\n') }]);
}

async function print(page: Page, name: string): Promise<{ count: number; pages: string[] | undefined }> {
  const pdf = await page.pdf({ format: 'A4' });
  await writeFile(test.info().outputPath(`${name}.pdf`), pdf);
  return { count: pageCountOf(pdf), pages: textOf(pdf) };
}

test('a statement prints without the rest of the page @smoke', async ({ page }) => {
  await fill(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Statement for a client' }).click();
  await page.getByLabel('Client').selectOption(client);
  await expect(page).toHaveURL(/\/statement\?client=Harbour\+%26\+S%C3%B6hne&month=/);
  const sums = page.getByRole('table', { name: 'All projects' });
  await expect(sums.getByRole('row').last()).toContainText('1,500');
  await expect(page.getByText('Notes')).toHaveCount(0);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectNoViolations(page, 'statement');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'statement at 320 px');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Print / Save as PDF' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Usage statement' })).toBeVisible();
  const { count, pages } = await print(page, 'short');
  expect(count).toBe(1);
  // A reloaded page keeps its height until it is as high again.
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.reload();
  await expect(sums.getByRole('row').last()).toContainText('1,500');
  await page.emulateMedia({ media: 'print' });
  expect((await print(page, 'reloaded')).count).toBe(1);
  if (pages === undefined) return;
  const [text = ''] = pages;
  expect(text).toMatch(/Client\s+Harbour & Söhne/);
  expect(text).toMatch(/Period\s+\w{3} 1 – \d\d, \d{4}/);
  expect(text).toMatch(/Time zone\s+\S+/);
  expect(text).toMatch(/Shop\s+1,200\s+0\s+0\s+1,200/);
  expect(text).toMatch(/Total\s+1,500\s+0\s+0\s+1,500/);
  expect(text).toMatch(/Usage statement: Harbour & Söhne, \w+ \d{4}\s+1 ?\/ ?1/);
  expect(text).not.toMatch(/Settings|Print|Notes/);
});

test('a long statement breaks between lines, and every page has the heading', async ({ page }) => {
  await open(page);
  await fillLong(page);
  await open(page, '/statement?client=');
  await expect(page.getByRole('table', { name: 'long' }).getByRole('row')).toHaveCount(122);
  // The styles that printing uses, whether or not the PDF can be read.
  await page.emulateMedia({ media: 'print' });
  const styles = await page.getByRole('table', { name: 'long' }).evaluate((table) =>
    ['thead', 'tbody tr', 'tfoot'].map((each) => {
      const { display, breakInside, breakBefore } = getComputedStyle(table.querySelector(each) ?? table);
      return `${display} ${breakInside} ${breakBefore}`;
    }),
  );
  expect(styles).toEqual([
    'table-header-group avoid auto',
    'table-row avoid auto',
    'table-row-group avoid avoid',
  ]);
  const { count, pages } = await print(page, 'long');
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(6);
  if (pages === undefined) return;
  expect(pages).toHaveLength(count);
  for (const [index, text] of pages.entries()) {
    expect(text).toMatch(new RegExp(`Usage statement: No client, .*${index + 1} ?/ ?${count}`));
    if (/model-\d/.test(text)) expect(text).toMatch(/Model\s+Prompt\s+of which cached\s+Completion\s+Total/);
  }
  for (let model = 0; model < 120; model += 1) {
    const line = new RegExp(`model-${model}\\.\\s+1,${String(model).padStart(3, '0')}\\s+0\\s+10\\s+1,`);
    expect(pages.filter((text) => line.test(text))).toHaveLength(1);
  }
  const last = pages.at(-1) ?? '';
  expect(last).toMatch(/Total\s+127,140\s+0\s+1,200\s+128,340/);
  expect(last).toMatch(/lower bound/);
});

test.describe('in German', () => {
  test.use({ browserLocale: 'de-DE' });

  test('a statement uses German texts and number formats @long', async ({ page }) => {
    await fill(page);
    await open(page, `/statement?client=${encodeURIComponent(client)}`);
    await expect(page.getByRole('heading', { name: 'Verbrauchsaufstellung' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Alle Projekte' }).getByRole('row').last()).toContainText(
      '1.500',
    );
    const { count, pages } = await print(page, 'german');
    expect(count).toBe(1);
    if (pages === undefined) return;
    expect(pages[0]).toMatch(/Kunde\s+Harbour & Söhne/);
    expect(pages[0]).toMatch(/Zeitraum\s+1\.–\d\d\. \S+ \d{4}/);
    expect(pages[0]).toMatch(/Summe\s+1\.500\s+0\s+0\s+1\.500/);
    expect(pages[0]).toMatch(/Verbrauchsaufstellung: Harbour & Söhne, \S+ \d{4}\s+1 ?\/ ?1/);
  });
});
