import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine, importTexts, type TestFile } from './support/imports';
import { lines } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

const month = '2026-10';
const at = (minute: number) => new Date(Date.UTC(2026, 9, 2, 9, minute)).toISOString();

interface Line {
  id: string;
  cwd?: string;
  session?: string;
  minute?: number;
  output?: number;
}

/** A response of 100 input tokens. */
const line = ({ id, cwd = '/home/ada/shop', session = 'one', minute = 0, output = 0 }: Line) =>
  claudeLine({ id, cwd, session, timestamp: at(minute), input: 100, output });

const file = (name: string, ...all: Line[]): TestFile => ({ name, text: lines(...all.map(line)) });

const integrity = (page: Page) => page.evaluate(() => window.tokentab.checkIntegrity());

test.beforeEach(async ({ page }) => {
  await open(page);
});

test('a response that is written on several lines counts once, as its largest line says', async ({
  page,
}) => {
  const summary = await importTexts(page, [
    file('one.jsonl', { id: 'a', output: 1 }, { id: 'a', output: 40 }, { id: 'a', output: 7 }, { id: 'b' }),
  ]);
  expect(summary).toMatchObject({ eventsAdded: 2, problems: [] });
  expect(await totalsByProject(page, month)).toEqual({ shop: 240 });
});

test('lines that a resumed session copies from an earlier one count once', async ({ page }) => {
  const summary = await importTexts(page, [
    file('one.jsonl', { id: 'a' }, { id: 'b', minute: 1 }),
    file(
      'two.jsonl',
      { id: 'a', session: 'two' },
      { id: 'b', session: 'two', minute: 1 },
      { id: 'c', session: 'two', minute: 2 },
    ),
  ]);
  expect(summary).toMatchObject({ eventsAdded: 3, duplicates: 2 });
  expect(await totalsByProject(page, month)).toEqual({ shop: 300 });
});

test('sub-folders belong to the project where the session began, folders outside of it to their own', async ({
  page,
}) => {
  await importTexts(page, [
    file(
      'one.jsonl',
      { id: 'a', cwd: '/home/ada/shop' },
      { id: 'b', cwd: '/home/ada/shop/packages/cart', minute: 1 },
      { id: 'c', cwd: '/home/ada/shop-admin', minute: 2 },
    ),
    // Begun in the sub-folder: then that is the project.
    file('two.jsonl', { id: 'd', session: 'two', cwd: '/home/ada/shop/docs' }),
  ]);
  expect(await totalsByProject(page, month)).toEqual({ shop: 200, 'shop-admin': 100, docs: 100 });
});

test('where a session began may become known later: what was stored moves to that project', async ({
  page,
}) => {
  await importTexts(page, [file('late.jsonl', { id: 'b', cwd: '/home/ada/shop/cart', minute: 5 })]);
  expect(await totalsByProject(page, month)).toEqual({ cart: 100 });
  await importTexts(page, [file('early.jsonl', { id: 'a', minute: 1 })]);
  expect(await totalsByProject(page, month)).toEqual({ shop: 200 });
  expect(await page.evaluate(async () => (await window.tokentab.getProjects()).length)).toBe(1);
  expect(await integrity(page)).toEqual({ ok: true, differences: [] });
});

test('worktrees of every known layout belong to their repository', async ({ page }) => {
  const folders = [
    '/home/ada/shop',
    '/home/ada/shop/.claude/worktrees/quick-fix',
    '/home/ada/shop/.worktrees/feature/src',
    '/home/ada/shop-worktrees/spike',
    'C:\\Users\\ada\\blog',
    'C:\\Users\\ada\\blog\\.worktrees\\draft',
  ];
  await importTexts(
    page,
    folders.map((cwd, index) => file(`${index}.jsonl`, { id: `w${index}`, session: `s${index}`, cwd })),
  );
  expect(await totalsByProject(page, month)).toEqual({ shop: 400, blog: 200 });
});

test('a larger total in a later import replaces the row whole, a smaller one changes nothing', async ({
  page,
}) => {
  await importTexts(page, [file('one.jsonl', { id: 'a', output: 20 })]);
  expect(await importTexts(page, [file('one.jsonl', { id: 'a', output: 90 })])).toMatchObject({
    eventsAdded: 0,
    eventsReplaced: 1,
  });
  expect(await totalsByProject(page, month)).toEqual({ shop: 190 });
  expect(await importTexts(page, [file('one.jsonl', { id: 'a', output: 3 })])).toMatchObject({
    eventsAdded: 0,
    eventsReplaced: 0,
    duplicates: 1,
  });
  expect(await totalsByProject(page, month)).toEqual({ shop: 190 });
  expect(await integrity(page)).toEqual({ ok: true, differences: [] });
});

test('the order of the files does not matter, nor whether they come in one import or several', async ({
  app,
}) => {
  const files = [
    file('one.jsonl', { id: 'a', output: 5 }, { id: 'b', cwd: '/home/ada/shop/cart', minute: 1 }),
    file(
      'two.jsonl',
      { id: 'a', session: 'two', output: 50, minute: 3 },
      { id: 'c', session: 'two', minute: 4 },
    ),
    file('three.jsonl', { id: 'c', session: 'three', output: 9, cwd: '/home/ada/blog', minute: 2 }),
    file('four.jsonl', { id: 'd', session: 'two', cwd: '/home/ada/shop/cart', minute: 9 }),
  ];
  const orders = [
    files,
    files.toReversed(),
    [2, 0, 3, 1].map((index) => files[index]).filter((each) => !!each),
  ];
  const results: unknown[] = [];
  for (const [index, order] of orders.entries()) {
    // Each into an empty memory of its own: a database that is gone with its tab.
    const page = await app.context.newPage();
    await page.addInitScript(() => sessionStorage.setItem('tokentab:database', 'memory'));
    await open(page);
    if (index === 0) await importTexts(page, order);
    else for (const each of order) await importTexts(page, [each]);
    const { global } = await page.evaluate((month) => window.tokentab.getAllUsageStats(month), month);
    results.push({ global, byProject: await totalsByProject(page, month) });
    await page.close();
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('what is no usage counts nothing: synthetic models, users’ lines, other tools’ lines', async ({
  page,
}) => {
  const synthetic = line({ id: 'a' }).replace('claude-sonnet-4-5', '<synthetic>');
  const user = line({ id: 'b' }).replace('"type":"assistant"', '"type":"user"');
  const summary = await importTexts(page, [
    { name: 'one.jsonl', text: lines(synthetic, user, line({ id: 'c' })) },
  ]);
  expect(summary).toMatchObject({ eventsAdded: 1, problems: [] });
});

test('output that old versions never logged in the end is counted as far as it goes, and flagged', async ({
  page,
}) => {
  const placeholder = line({ id: 'a', output: 3 })
    .replace('"version":"2.1.30"', '"version":"2.1.20"')
    .replace('"stop_reason":"end_turn"', '"stop_reason":null');
  const summary = await importTexts(page, [
    { name: 'one.jsonl', text: lines(placeholder, line({ id: 'b' })) },
  ]);
  expect(summary).toMatchObject({ eventsAdded: 2, outputNotFinal: 1, problems: [] });
  expect(await totalsByProject(page, month)).toEqual({ shop: 203 });
  await page.goto(`/?month=${month}`);
  await expect(page.getByText(/^Output of 1 response is a lower bound/)).toBeVisible();
});
