import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { importTexts } from './support/imports';
import { record } from './support/record';
import { open } from './support/tokentab';

const hours = (page: Page) => page.getByRole('region', { name: /^Tokens by weekday and hour/ });

// Two Mondays and a Sunday.
const usage = [
  { project: 'Shop', at: '2026-10-05T08:45:00Z', tokens: 400 },
  { project: 'Shop', at: '2026-10-12T09:20:00Z', tokens: 600 },
  { project: 'Blog', at: '2026-10-11T18:29:00Z', tokens: 50 },
];
const bucket = [
  'usage_date_utc,model_version,workspace,usage_input_tokens_no_cache,usage_output_tokens',
  '2026-10-07,claude-opus-4-8,Billing,1000,200',
].join('\n');

/** Half an hour off UTC's full hours. */
async function moveToKolkata(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kolkata' });
}

const ids = fillOnce(async (page) => {
  await moveToKolkata(page);
  await open(page);
  await importTexts(page, [{ name: 'claude_api_tokens_2026_10.csv', text: bucket }]);
  return record(page, usage);
});

async function openMonth(page: Page): Promise<void> {
  await moveToKolkata(page);
  await page.goto('/?month=2026-10');
}

test('the hours of the week are in the reporting zone, and the panel says how many tokens have no hour', async ({
  page,
}) => {
  await openMonth(page);
  const map = hours(page).getByRole('listbox');
  await expect(map.getByRole('option')).toHaveCount(168);
  await expect(map.getByRole('option', { name: 'Mon, 2:00 – 2:59 PM: 1,000 tokens' })).toBeVisible();
  await expect(map.getByRole('option', { name: 'Sun, 11:00 – 11:59 PM: 50 tokens' })).toBeVisible();
  await expect(hours(page)).toContainText('Hours in Asia/Calcutta.');
  await expect(hours(page)).toContainText('1,200 tokens come from daily exports, which have no hour.');
});

test('Tab reaches the busiest hour, arrow keys reach the others, and the table has the same numbers', async ({
  page,
}) => {
  await openMonth(page);
  const map = hours(page).getByRole('listbox');
  const busiest = map.getByRole('option', { name: 'Mon, 2:00 – 2:59 PM: 1,000 tokens' });
  // The marks are rendered in several tasks.
  await expect(map.getByRole('option')).toHaveCount(168);
  await hours(page).getByRole('button', { name: 'View as table' }).focus();
  await page.keyboard.press('Tab');
  await expect(busiest).toBeFocused();
  // Weeks begin on Sunday in en-US.
  await page.keyboard.press('ArrowUp');
  await expect(map.getByRole('option', { name: 'Sun, 2:00 – 2:59 PM: no usage' })).toBeFocused();
  await expect(page).toHaveURL('/?month=2026-10');
  await hours(page).getByRole('button', { name: 'View as table' }).click();
  await expect(hours(page).getByRole('table').getByRole('row')).toHaveText([
    /Weekday and hour\s*Tokens/,
    /Mon, 2:00 – 2:59 PM\s*1,000/,
    /Sun, 11:00 – 11:59 PM\s*50/,
  ]);
});

test('the hours follow the page’s project, client, model and days @long', async ({ page }) => {
  await openMonth(page);
  const marks = hours(page).getByRole('option', { name: /tokens$/ });
  await page.goto(`/project?id=${ids()['Blog']}&month=2026-10`);
  await expect(marks).toHaveCount(1);
  await expect(marks).toHaveAccessibleName('Sun, 11:00 – 11:59 PM: 50 tokens');
  await page.goto('/?month=2026-10&model=claude-opus-4-8');
  await expect(hours(page)).toContainText('1,200 tokens come from daily exports, which have no hour.');
  await expect(marks).toHaveCount(0);
  await page.goto('/?from=2026-10-06&to=2026-10-31');
  await expect(marks).toHaveCount(2);
  await expect(marks.first()).toHaveAccessibleName('Mon, 2:00 – 2:59 PM: 600 tokens');
  await page.goto('/client?name=&month=2026-10');
  await expect(hours(page).getByRole('option', { name: 'Mon, 2:00 – 2:59 PM: 1,000 tokens' })).toBeVisible();
});

test('an hour leads to its events by mouse, by keyboard and from the table, and the hour filter can be removed', async ({
  page,
}) => {
  await openMonth(page);
  const list = page.getByRole('list', { name: 'Events, newest day first' });
  const busiest = hours(page).getByRole('option', { name: 'Mon, 2:00 – 2:59 PM: 1,000 tokens' });
  const expectHour = async () => {
    await expect(page).toHaveURL(/\/events\?from=2026-10-01&to=2026-10-31&weekday=0&hour=14$/);
    await expect(page.getByRole('status').filter({ hasText: '2 events · 1,000 tokens' })).toBeVisible();
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(page.getByText('Only Mon, 2:00 – 2:59 PM.')).toBeVisible();
  };
  await busiest.click();
  await expectHour();
  await expectNoViolations(page, 'the events of an hour');
  await page.goBack();
  // An hour without usage has no events to open.
  await hours(page).getByRole('option', { name: 'Sun, 2:00 – 2:59 PM: no usage' }).click();
  await expect(page).toHaveURL('/?month=2026-10');
  await busiest.focus();
  await page.keyboard.press('Enter');
  await expectHour();
  await page.goBack();
  await hours(page).getByRole('button', { name: 'View as table' }).click();
  await hours(page).getByRole('link', { name: 'Mon, 2:00 – 2:59 PM' }).click();
  await expectHour();

  // Further filters keep the hour, until all hours are selected again.
  await page.getByRole('combobox', { name: 'Project', exact: true }).selectOption('Blog');
  await expect(page.getByRole('status').filter({ hasText: '0 events · 0 tokens' })).toBeVisible();
  await expect(page.getByText('No events on these days.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all hours' }).click();
  await expect(page).toHaveURL(/\/events\?from=2026-10-01&to=2026-10-31&project=[^&]+$/);
  await expect(page.getByRole('status').filter({ hasText: '1 event · 50 tokens' })).toBeVisible();
});
