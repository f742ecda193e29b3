import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';

const secret = 'the-merger-is-called-Bluebird';

test('no prompt and no answer is ever stored @own-browser', async ({ app }) => {
  await app.page.goto('/');
  const prompt = JSON.stringify({
    type: 'user',
    cwd: '/home/ada/shop',
    sessionId: 'session-1',
    timestamp: '2026-10-02T09:00:00.000Z',
    message: { role: 'user', content: `Remember: ${secret}` },
  });
  const answer = claudeLine({
    id: 'a',
    cwd: '/home/ada/shop',
    timestamp: '2026-10-02T09:00:05.000Z',
    text: `Noted: ${secret}, "usage" included`,
  });
  const summary = await importTexts(app.page, [{ name: 'session.jsonl', text: `${prompt}\n${answer}\n` }]);
  expect(summary).toMatchObject({ eventsAdded: 1, problems: [] });
  await app.close();

  const written = await filesBelow(join(app.profileFolder, 'Default'));
  const holding = async (needle: string) => {
    const found: string[] = [];
    for (const file of written) if ((await readFile(file)).includes(needle)) found.push(file);
    return found;
  };
  // The folder is found, so the search covers the database's bytes.
  expect(await holding('/home/ada/shop')).not.toEqual([]);
  expect(await holding(secret)).toEqual([]);
});

test('the page can’t send requests to another origin', async ({ app, watcher }) => {
  watcher.allow(/Content Security Policy|Refused to connect|violates the following/);
  await app.page.goto('/');
  const attempt = await app.page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  );
  expect(attempt).toContain('TypeError');
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
