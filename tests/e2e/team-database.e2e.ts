import type { Page } from 'playwright';
import type { TeamMonth, TeamRow } from '../../src/lib/model/team';
import { texts as t } from '../../src/lib/texts/en';
import { later } from '../../src/lib/texts/en/later';
import { askWorker, keepWorker } from './support/ask-worker';
import { expect, fillOnce, test } from './support/app';
import { dropOnto } from './support/drop';
import { inspect, narrow, wide } from './support/inspect';
import { open } from './support/tokentab';

/*
 * Every page on a team's database. In a browser, because what a page offers is only there; unit tests prove what the
 * database refuses.
 */

const month = '2026-10';

const row = (source: string, model: string, tokens: number, mark?: string): TeamRow => {
  const texts = [`${month}-05`, source, 'openai', model, 'chat', 'cloud'] as const;
  const plain = [...texts, tokens, 0, 0, 0, 10, 0, 5_000_000, 'computed', 'call', 3, 0] as const;
  return mark === undefined ? plain : [...plain, mark.repeat(32)];
};

const published = (memberId: string, projectId: string, rows: TeamRow[]): TeamMonth => ({
  ...{ memberId, projectId, month, deviceId: `${memberId}-browser`, rows },
});

/** What Anna, Ben and Carla have published: the same export twice, a part of it once more, and a tool's log. */
async function fill(page: Page): Promise<void> {
  const context = page.context();
  await keepWorker(context);
  await context.addInitScript(() => {
    // A blank page has no storage.
    if (location.protocol === 'http:') sessionStorage.setItem('tokentab:database', 'team-acme');
  });
  await open(page);
  const same = row('openai-usage', 'gpt-5', 1000, 'a');
  await askWorker(page, 'replaceTeamMonths', {
    projects: [
      { id: 'shop', name: 'Webshop', client: 'Acme', isArchived: false },
      { id: 'old', name: 'Old shop', client: null, isArchived: true },
    ],
    members: ['Anna', 'Ben', 'Carla'].map((name) => ({ id: `U${name}`, name })),
    months: [
      published('UAnna', 'shop', [same, row('openai-usage', 'gpt-5-mini', 70, 'b')]),
      published('UBen', 'shop', [same, row('codex-cli', 'gpt-5', 300)]),
      published('UCarla', 'old', [row('openai-usage', 'gpt-5-mini', 90, 'c')]),
    ],
    cursor: null,
    at: Date.now(),
  });
}

fillOnce(fill);

/** What the database refuses there (database/teams/allowed.ts), as its buttons and menu items are called. */
const refused = [
  t.projects.create,
  t.projects.record,
  t.projects.edit,
  t.projects.archive,
  t.projects.unarchive,
  t.projects.merge,
  t.projects.delete,
  t.clients.rename,
  t.events.move,
  t.copies.countBoth,
  t.prices.load,
  t.prices.repriceAll,
  t.subscriptions.add,
  t.prices.edit('gpt-5'),
  t.safety.takeIn,
  t.safety.restoreFile,
  t.devices.choose,
  t.devices.chooseServer,
  later.mapping.chooseFile,
  later.extraction.add,
];

const places = [
  { path: `/?month=${month}&by=path`, sees: 'Carla' },
  { path: `/?month=${month}&by=model&in=money`, sees: 'gpt-5-mini' },
  { path: '/?range=year', sees: 'Webshop' },
  { path: '/projects', sees: 'Webshop' },
  { path: `/project?id=shop&month=${month}`, sees: 'Webshop' },
  { path: '/project?id=old', sees: 'Old shop' },
  { path: '/clients', sees: 'Acme' },
  { path: `/client?name=Acme&month=${month}`, sees: 'Webshop' },
  { path: `/events?from=${month}-01&to=${month}-31`, sees: 'gpt-5-mini' },
  { path: '/documents', sees: t.documents.hint },
  { path: '/extraction?project=shop', sees: later.team.noDocuments },
  { path: '/budgets', sees: t.budgets.add },
  { path: '/prices', sees: 'gpt-5-mini' },
  { path: '/import', sees: later.team.noImport },
  { path: '/map', sees: later.team.noImport },
  { path: '/map?new', sees: later.team.noImport },
  { path: `/statement?client=Acme&month=${month}`, sees: 'Webshop' },
  { path: '/settings', sees: t.settings.timeZone },
];

test('a team’s database: every page shows it and offers nothing that is refused', async ({ page }) => {
  test.slow();
  for (const { path, sees } of places) {
    await open(page, path);
    const main = page.getByRole('main');
    await expect(main.getByText(sees).filter({ visible: true }).first(), path).toBeVisible();
    await expect(page.locator('[aria-busy=true]'), path).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Team acme' })).toContainText('can only be read here');
    const offered = await page.getByRole('button').or(page.getByRole('menuitem')).allInnerTexts();
    const labels = await page.locator('[aria-label]').evaluateAll((all) => all.map((each) => each.ariaLabel));
    const names = [...offered.map((text) => text.trim()), ...labels];
    expect(
      refused.filter((name) => names.includes(name)),
      path,
    ).toEqual([]);
    await expect(main.getByRole('alert'), path).toHaveCount(0);
    await inspect(page, `team’s database, ${path}`, { sizes: { wide, narrow }, at: 'layout' });
    await page.setViewportSize(wide);
  }
});

test('a team’s database: the palette, menus and dropped files offer nothing that is refused', async ({
  page,
}) => {
  await open(page, '/projects');
  await page.getByRole('main').getByRole('link', { name: 'Webshop', exact: true }).click({ button: 'right' });
  await expect(page.getByRole('menu').getByRole('menuitem')).toHaveText(['Open in a new tab', 'Pin']);
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('link', { name: 'Webshop', exact: true }).focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  for (const text of [
    t.palette.newProject,
    t.palette.recordUsage,
    t.palette.importLogs,
    'Rename',
    'Archive',
  ]) {
    await palette.getByRole('combobox').fill(text);
    await expect(palette.getByRole('option', { name: text })).toHaveCount(0);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await dropOnto(page, ['package.json']);
  await expect(page.getByRole('main')).toContainText(later.team.noImport);
});

test('a team’s database: usage that may be in two members’ rows is named, equal rows count once', async ({
  page,
}) => {
  await open(page, `/?month=${month}`);
  const stats = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  // 1,000 once, 70, 300 and 90; each row has 10 more of output.
  expect(stats.totalTokens).toBe(1000 + 70 + 300 + 90 + 4 * 10);
  const note = page.getByRole('region', { name: t.copies.title });
  await expect(note.getByRole('listitem')).toHaveCount(2);
  await expect(note).toContainText('Anna');
  await expect(note).toContainText('Codex CLI, Ben');
  await expect(note).toContainText('Carla');
  await expect(note.getByRole('button')).toHaveCount(0);
});
