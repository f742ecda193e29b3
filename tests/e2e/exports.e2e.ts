import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { download } from './support/download';
import { importTexts } from './support/imports';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Every usage page exports what it shows, as CSV and JSON, in its order, and no cell is a formula. */

/** The recorded model costs 1.25 dollars per million tokens. */
const costs = ['Cost (USD)', 'Tokens without a price', 'Inexact events'];
const month = new Date().toISOString().slice(0, 7);
const at = `${month}-01T12:00:00.000Z`;

async function fill(page: Page): Promise<void> {
  await open(page);
  await recordForClients(page, [
    { project: '=1+1', client: '@Harbour', at, tokens: 1_500 },
    { project: 'Stock', client: '@Harbour', at, tokens: 30 },
    { project: 'Notes', at, tokens: 7 },
  ]);
}

async function rowsOf(page: Page, choice: RegExp): Promise<string[][]> {
  const { text } = await download(page, choice);
  return Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;
}

const json = async (page: Page, choice: RegExp) => JSON.parse((await download(page, choice)).text) as unknown;

test.describe('of one database', () => {
  fillOnce(fill);

  test('the lists of projects and clients are exported as filtered and sorted', async ({ page }) => {
    await page.goto('/projects?q=harbour&sort=tokens&dir=desc');
    await expect(page.getByRole('status').filter({ hasText: '2 projects' })).toBeVisible();
    expect(await rowsOf(page, /List as CSV/)).toEqual([
      ['Project', 'Client', 'Tokens this month', ...costs, 'Last activity', 'Archived'],
      ["'=1+1", "'@Harbour", '1500', '0.001875', '0', '0', `${month}-01`, ''],
      ['Stock', "'@Harbour", '30', '0.0000375', '0', '0', `${month}-01`, ''],
    ]);
    expect(await json(page, /List as JSON/)).toMatchObject([
      {
        project: '=1+1',
        client: '@Harbour',
        tokens: 1500,
        costUsd: 0.001875,
        lastActivity: `${month}-01`,
        archived: null,
      },
      { project: 'Stock' },
    ]);

    await page.goto('/clients');
    await expect(page.getByRole('table', { name: 'Clients' }).getByRole('row')).toHaveCount(3);
    expect((await rowsOf(page, /List as CSV/)).slice(1)).toEqual([
      ["'@Harbour", '2', '1530', '0.0019125', '0', '0', '0', '0'],
      ['', '1', '7', '0.00000875', '0', '0', '0', '0'],
    ]);
  });

  test('the calendar, the hours of the week, a client’s year and a project’s tables are exported too @long', async ({
    page,
  }) => {
    await page.goto('/');
    const days = await rowsOf(page, /Days of the year as CSV/);
    expect(days).toEqual([
      ['Day', 'Begins (UTC)', 'Ends (UTC)', 'Tokens', ...costs],
      [
        ...[`${month}-01`, `${month}-01T00:00:00.000Z`, `${month}-02T00:00:00.000Z`, '1537'],
        ...['0.00192125', '0', '0'],
      ],
    ]);
    const hours = await rowsOf(page, /Hours of the week as CSV/);
    expect(hours.map((row) => row.slice(1))).toEqual([
      ['Hour', 'Tokens', ...costs],
      ['12', '1537', '0.00192125', '0', '0'],
    ]);
    expect(await json(page, /All as JSON/)).toMatchObject({
      daysOfYear: [{ time: `${month}-01`, totalTokens: 1537, costNanoUsd: 1_921_250, unpricedTokens: 0 }],
      hoursOfWeek: [{ hour: 12, totalTokens: 1537 }],
      tokensWithoutHour: 0,
    });

    await page.goto('/client?name=%40Harbour');
    expect(await rowsOf(page, /Projects in \d+ as CSV/)).toEqual([
      ['Project', 'Tokens', ...costs, 'Usage events'],
      ["'=1+1", '1500', '0.001875', '0', '0', '1'],
      ['Stock', '30', '0.0000375', '0', '0', '1'],
    ]);
    expect((await rowsOf(page, /Months of \d+ as CSV/)).slice(1)).toEqual([
      [month, '1530', '0.0019125', '0', '0', '2'],
    ]);
    await page.getByRole('main').getByRole('link', { name: 'Stock', exact: true }).first().click();
    await expect(page.getByRole('table', { name: 'By source' })).toBeVisible();
    expect((await rowsOf(page, /By source as CSV/)).slice(1)).toEqual([
      ['Entered by hand', '30', '0.0000375', '0', '0', '1'],
    ]);

    await page.goto(`/statement?client=%40Harbour&month=${month}`);
    expect((await rowsOf(page, /List as CSV/)).slice(1)).toEqual([
      ["'@Harbour", month, "'=1+1", 'gpt-5', '1500', '0', '0', '1500', '0.001875', '0', '0'],
      ["'@Harbour", month, 'Stock', 'gpt-5', '30', '0', '0', '30', '0.0000375', '0', '0'],
    ]);
  });
});

test('all events are exported with civil days and UTC times, also those not scrolled to', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  await open(page);
  const lines = Array.from({ length: 1_205 }, (_, index) =>
    JSON.stringify({
      type: 'assistant',
      cwd: '/w/shop',
      sessionId: '=s',
      requestId: `r${index}`,
      timestamp: '2026-10-05T23:30:00.000Z',
      version: '2.1.30',
      message: {
        id: `m${index}`,
        model: 'claude-sonnet-4-5',
        stop_reason: 'end_turn',
        usage: { input_tokens: 2, output_tokens: 1 },
      },
    }),
  );
  await importTexts(page, [{ name: 'a.jsonl', text: lines.join('\n') }]);
  await page.goto('/events?from=2026-10-06&to=2026-10-06');
  await expect(page.getByText('1,205 events · 3,615 tokens')).toBeVisible();
  const [head, ...rows] = await rowsOf(page, /List as CSV/);
  expect(head).toEqual(
    expect.arrayContaining(['Day', 'Time (UTC)', 'Project', 'Source', 'Model', 'Session', 'Folder', 'Total']),
  );
  expect(rows).toHaveLength(1_205);
  const cell = (name: string) => rows[0]?.[head?.indexOf(name) ?? -1];
  expect(cell('Day')).toBe('2026-10-06');
  expect(cell('Time (UTC)')).toBe('2026-10-05T23:30:00.000Z');
  expect(cell('Session')).toBe("'=s");
  expect(cell('Total')).toBe('3');
  expect(await json(page, /List as JSON/)).toHaveLength(1_205);
});

test.describe('in a German browser', () => {
  test.use({ browserLocale: 'de-DE' });

  test('numbers are exported in the reader’s local format @long', async ({ page }) => {
    await fill(page);
    await page.goto('/projects?sort=tokens&dir=desc');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: 'Lokales Format (1.234,5)' }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Liste als CSV' }).click(),
    ]);
    const bytes = await file.createReadStream().then((stream) => stream.toArray() as Promise<Buffer[]>);
    const text = Buffer.concat(bytes).toString('utf8');
    expect(text.startsWith('\ufeffProjekt;Kunde;')).toBe(true);
    expect(text).toContain(`"'=1+1";"'@Harbour";1.500;0,001875;0;0;${month}-01;\r\n`);
  });
});
