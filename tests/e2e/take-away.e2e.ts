import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { download } from './support/download';
import { open } from './support/tokentab';

const client = 'Harbour & Sons';

/** Two projects of one client, one of them named like a formula, and one without a client. */
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

test('CSV and JSON contain what the page shows, and no cell is a formula', async ({ app }) => {
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
  expect(head).toEqual([
    'Day',
    'Begins (UTC)',
    'Ends (UTC)',
    "'=SUM(A1)",
    'Stock',
    'Notes',
    'Total',
    'Cost (USD)',
    'Tokens without a price',
    'Inexact events',
  ]);
  // The model has no price, so the cost is empty.
  expect(day?.slice(3)).toEqual(['1200', '300', '7', '1507', '', '1507', '0']);
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
