import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines, writeLogFolder } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

/**
 * tests/unit/ingest/run/claude-rules.test.ts proves the rules. Here, real scan workers read the files in parallel.
 */

const cwd = '/home/ada/shop';
const at = (minute: number) => new Date(Date.UTC(2026, 9, 2, 9, minute)).toISOString();

test('scan workers read a resumed session, a subfolder and a placeholder count, and the page marks the lower bound', async ({
  page,
}) => {
  const placeholder = claudeLine({ id: 'a', cwd, timestamp: at(0), input: 100, output: 3 })
    .replace('"version":"2.1.30"', '"version":"2.1.20"')
    .replace('"stop_reason":"end_turn"', '"stop_reason":null');
  const inFolder = { id: 'b', cwd: `${cwd}/cart`, timestamp: at(1), input: 100, output: 0 };
  const folder = await writeLogFolder({
    'one.jsonl': lines(placeholder, claudeLine(inFolder)),
    'two.jsonl': lines(claudeLine({ ...inFolder, session: 'session-2' })),
  });
  await open(page, '/import');
  await importPage(page).folderInput.setInputFiles(folder.path);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '2' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 203 });
  await page.goto('/?month=2026-10');
  await expect(page.getByText(/^Output of 1 response is a lower bound/)).toBeVisible();
  await folder.remove();
});
