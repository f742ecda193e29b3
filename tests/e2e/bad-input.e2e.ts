import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { claudeLine, importTexts } from './support/imports';
import { lines, writeLogFolder } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

const month = '2026-10';
const cwd = '/home/ada/shop';
const timestamp = '2026-10-02T09:00:00.000Z';
let count = 0;

/** A valid response of 15 tokens. */
const good = () => claudeLine({ id: `good-${(count += 1)}`, cwd, timestamp });

/** A response in which one part of the text is replaced. */
function bad(what: string, by: string): string {
  const line = good();
  if (!line.includes(what)) throw new Error(`The line holds no ${what}.`);
  return line.replace(what, by);
}

/** One example of each kind; tests/unit/ingest/run/bad-input.test.ts has all of them. */
const broken: Record<string, { text: string; line?: number; reason: string; kept: number }> = {
  'cut-off.jsonl': {
    text: lines(good()) + good().slice(0, 80),
    line: 2,
    reason: 'The line is cut off.',
    kept: 1,
  },
  'not-json.jsonl': {
    text: 'Dear diary,\nnothing happened.\n',
    reason: 'Not a usage log that Tokentab recognizes.',
    kept: 0,
  },
  'absurd.jsonl': {
    text: lines(good(), bad('"output_tokens":5', '"output_tokens":9007199254740991')),
    line: 2,
    reason: 'The token count “output_tokens” is too large to be real.',
    kept: 1,
  },
  'empty.jsonl': { text: '', reason: 'The file is empty.', kept: 0 },
};

test('every problem in a folder is listed with file and line, in the summary and on the page, and nothing else is lost', async ({
  page,
}) => {
  const texts = Object.fromEntries(Object.entries(broken).map(([file, { text }]) => [file, text]));
  const folder = await writeLogFolder({ ...texts, 'sound.jsonl': lines(good(), good()) });
  const kept = Object.values(broken).reduce((sum, each) => sum + each.kept, 2);
  await open(page, '/import');
  await importPage(page).folderInput.setInputFiles(folder.path);
  await resultOf(page);

  for (const [file, { line, reason }] of Object.entries(broken)) {
    const row = importPage(page)
      .problems.getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: `${folder.name}/${file}`, exact: true }) });
    await expect(row.getByRole('cell')).toHaveText([line === undefined ? '' : String(line), reason, '1']);
  }
  await expect(importPage(page).problems.getByRole('row')).toHaveCount(Object.keys(broken).length + 1);
  const stats = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  expect(stats).toMatchObject({ eventCount: kept, totalTokens: 15 * kept });

  // The list of imports still shows the problems after a reload.
  await open(page, '/import');
  await importPage(page).history.getByRole('button', { name: '3 problems' }).click();
  await expect(page.getByRole('table', { name: 'Skipped, and why' })).toContainText('absurd.jsonl');
  await folder.remove();
});

test('a line of 50 MB is read, a longer one is reported, and the lines around them count @long', async ({
  page,
}) => {
  const folder = await writeLogFolder({});
  const long = claudeLine({ id: 'long', cwd, timestamp, input: 1_000, text: 'x'.repeat(50 * 1024 * 1024) });
  const tooLong = claudeLine({ id: 'too-long', cwd, timestamp, text: 'x'.repeat(65 * 1024 * 1024) });
  await writeFile(join(folder.path, 'long.jsonl'), lines(good(), long, good()));
  await writeFile(join(folder.path, 'too-long.jsonl'), lines(good(), tooLong, good()));
  await open(page, '/import');
  await importPage(page).folderInput.setInputFiles(folder.path);
  expect(await resultOf(page)).toEqual({ 'Files read': '2', 'Usage events added': '5', Problems: '1' });
  const named = importPage(page).problems.getByRole('row', { name: 'too-long.jsonl' });
  await expect(named.getByRole('cell')).toHaveText(['2', 'The line is longer than 64 MiB.', '1']);
  const stats = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  expect(stats.totalTokens).toBe(4 * 15 + 1_005);
  await folder.remove();
});

test('archives that would fill the memory are stopped and reported, and the files next to them are read @long', async ({
  page,
}) => {
  // It begins like a log, because an unrecognized file isn't even unpacked.
  const bomb = () => Buffer.concat([Buffer.from(lines(good())), Buffer.alloc(128 * 1024 * 1024)]);
  const file = (name: string, bytes: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await open(page, '/import');
  await importPage(page).filesInput.setInputFiles([
    file('bomb.zip', zipSync({ 'zeros.jsonl': bomb(), 'after.jsonl': strToU8(lines(good())) })),
    file('bomb.jsonl.gz', gzipSync(bomb())),
    file('sound.zip', zipSync({ 'a/session.jsonl': strToU8(lines(good())) })),
    file('sound.jsonl', strToU8(lines(good()))),
  ]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '4' });
  for (const name of ['bomb.zip', 'bomb.jsonl'])
    await expect(importPage(page).problems.getByRole('row').filter({ hasText: name })).toContainText(
      'The archive is far larger unpacked than a log would be; the rest was skipped.',
    );
});

test('very long names, right-to-left names and names that look like HTML are shown as text @long', async ({
  page,
}) => {
  const names = {
    html: '<img src=x onerror=alert(1)><b>bold',
    hebrew: 'פרויקט חשוב',
    long: `very-${'long-'.repeat(90)}name`,
    script: '"><script>document.title="owned"<',
  };
  await open(page);
  const files = Object.entries(names).map(([key, name]) => ({
    name: `<i>${key}</i>.jsonl`,
    text: lines(
      claudeLine({ id: key, session: key, cwd: `/home/ada/${name}`, timestamp }),
      bad('"input_tokens":10', '"input_tokens":-1'),
    ),
  }));
  const summary = await importTexts(page, files);
  expect(summary.eventsAdded).toBe(4);
  const stored = Object.keys(await totalsByProject(page, month));
  expect(stored).toContain(names.html);
  expect(stored).toContain(names.hebrew);

  await open(page, `/?month=${month}`);
  const table = page.getByRole('table', { name: 'Projects' });
  for (const name of stored) {
    const link = table.getByRole('link', { name, exact: true });
    await expect(link).toBeVisible();
    expect((await link.textContent())?.trim()).toBe(name);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await page.goto('/import');
  await page.getByRole('button', { name: '4 problems' }).click();
  await expect(page.getByRole('rowheader', { name: '<i>html</i>.jsonl' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('main i, main b, main img').length)).toBe(0);
  await expect(page).toHaveTitle('Import · Tokentab');
});
