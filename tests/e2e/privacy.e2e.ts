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

test('the page can’t send requests to another origin or run text as code', async ({ app, watcher }) => {
  // Otherwise each of these attempts would fail the test, as it would any other test.
  watcher.allow(
    /Content Security Policy|Refused to connect|violates the following|TrustedHTML|TrustedScript/,
  );
  await app.page.goto('/');
  const attempt = await app.page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  );
  expect(attempt).toContain('TypeError');
  const errors = await app.page.evaluate(() => {
    const attempts: Record<string, () => unknown> = {
      html: () => (document.createElement('p').innerHTML = '<img>'),
      data: () => new Worker('data:text/javascript,1'),
      foreign: () => new Worker('https://example.com/worker.js'),
      style: () => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.head.append(style);
        if (style.sheet === null) throw new TypeError('blocked');
      },
    };
    return Object.entries(attempts).filter(([, attempt]) => {
      try {
        attempt();
        return true;
      } catch (error) {
        return !(error instanceof TypeError);
      }
    });
  });
  expect(errors).toEqual([]);
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
