import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

const client = 'Harbour & Sons';

/** Two projects of one client, one of them called like a formula, and one of nobody. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(
    async ({ client, now }) => {
      const names: [string, string | undefined, number][] = [
        ['=SUM(A1)', client, 1200],
        ['Stock', client, 300],
        ['Notes', undefined, 7],
      ];
      for (const [name, clientName, promptTokens] of names) {
        const project = await window.tokentab.createProject({ name, ...(clientName && { clientName }) });
        await window.tokentab.recordUsageEvent({
          projectId: project.id,
          eventType: 'chat',
          llmMode: 'cloud',
          model: 'a-model',
          promptTokens,
          completionTokens: 0,
          occurredAt: now,
        });
      }
    },
    { client, now: Date.now() - 1000 },
  );
}

async function download(page: Page, button: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('CSV and JSON hold what the page shows, and no cell is a formula', async ({ app }) => {
  const page = await open(app.page);
  await fill(page);
  await expect(page.getByRole('table', { name: /^Projects/ }).getByRole('row')).toHaveCount(4);

  const table = await download(page, /Table as CSV/);
  expect(table.name).toMatch(/^tokentab-\d{4}-\d\d-01-\d{4}-\d\d-\d\d-project\.csv$/);
  const rows = Papa.parse<string[]>(table.text, { newline: '\r\n', skipEmptyLines: true }).data;
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Project', 'Client', 'Tokens'],
    ["'=SUM(A1)", client, '1200'],
    ['Stock', client, '300'],
    ['Notes', '', '7'],
  ]);

  const bars = await download(page, /Bars as CSV, by day/);
  const [head, day, ...more] = Papa.parse<string[]>(bars.text, {
    newline: '\r\n',
    skipEmptyLines: true,
  }).data;
  expect(head).toEqual(['Day', 'Begins (UTC)', 'Ends (UTC)', "'=SUM(A1)", 'Stock', 'Notes', 'Total']);
  expect(day?.slice(3)).toEqual(['1200', '300', '7', '1507']);
  expect(Date.parse(day?.[2] ?? '') - Date.parse(day?.[1] ?? '')).toBeGreaterThanOrEqual(23 * 3_600_000);
  expect(more).toEqual([]);

  const json = JSON.parse((await download(page, /JSON/)).text) as {
    totals: { totalTokens: number };
    rows: { name: string; totalTokens: number }[];
  };
  expect(json.totals.totalTokens).toBe(1507);
  expect(json.rows.map(({ name, totalTokens }) => [name, totalTokens])).toEqual([
    ['=SUM(A1)', 1200],
    ['Stock', 300],
    ['Notes', 7],
  ]);
});

test('a statement of a client and month prints without anything but itself, over whole pages', async ({
  app,
}) => {
  const page = await open(app.page);
  await fill(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Statement for a client' }).click();
  await page.getByLabel('Client').selectOption(client);
  await expect(page).toHaveURL(/\/statement\?client=Harbour\+%26\+Sons&month=/);
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
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);

  // A client with many models: several pages.
  const now = new Date(Date.now() - 1000).toISOString();
  const lines = Array.from({ length: 120 }, (_, index) =>
    claudeLine({ id: `m${index}`, cwd: '/w/long', timestamp: now }).replace(
      'claude-sonnet-4-5',
      `model-${index}`,
    ),
  );
  await importTexts(page, [{ name: 'many.jsonl', text: lines.join('\n') }]);
  await page.emulateMedia({ media: 'screen' });
  await open(page, '/statement?client=');
  await expect(page.getByRole('table', { name: 'long' }).getByRole('row')).toHaveCount(122);
  const pages = pagesOf(await page.pdf({ format: 'A4' }));
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(6);
});

/** How many pages a PDF has, by the objects that Chromium writes for each. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
