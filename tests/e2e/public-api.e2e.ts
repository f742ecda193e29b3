import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

const zeros = {
  promptTokens: 0,
  completionTokens: 0,
  totalTokens: 0,
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  eventCount: 0,
};

/** One call by name, as scripts make it: with anything for arguments. Gives the error as data. */
function attempt(page: Page, name: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    async ({ name, args }) => {
      const calls = window.tokentab as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      try {
        return await calls[name]?.(...args);
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { code, message };
      }
    },
    { name, args },
  );
}

const createProject = (page: Page, name: string) =>
  page.evaluate(async (name) => (await window.tokentab.createProject({ name })).id, name);

const event = (projectId: string, more: object = {}) => ({
  projectId,
  eventType: 'chat',
  llmMode: 'cloud',
  promptTokens: 10,
  completionTokens: 5,
  ...more,
});

const badInput = (message: unknown = expect.any(String)) => ({ code: 'BadInput', message });

test('window.tokentab is there before the app has loaded, and its calls are answered then', async ({
  page,
}) => {
  // Asked as soon as there is something to ask, while the document is still being read.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!('tokentab' in window)) return;
      observer.disconnect();
      Object.assign(window, { early: window.tokentab.getProjects() });
      Object.assign(window, { readyState: document.readyState });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/');
  expect(await page.evaluate(() => (window as unknown as { early: Promise<unknown> }).early)).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { readyState: string }).readyState)).toBe('loading');
  await page.evaluate(() => window.tokentab.ready);
});

test('projects: created with what is given, listed, and refused without a name', async ({ page }) => {
  await open(page);
  const alpha = await attempt(page, 'createProject', {
    name: ' Alpha ',
    clientName: 'Acme',
    description: 'Web',
  });
  expect(alpha).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{14}7/),
    name: 'Alpha',
    clientName: 'Acme',
    description: 'Web',
    isArchived: false,
    isPinned: false,
    pinOrder: 0,
  });
  const beta = await attempt(page, 'createProject', { name: 'Beta' });
  expect(beta).toMatchObject({ clientName: null, description: null });
  expect(await attempt(page, 'getProjects')).toEqual([alpha, beta]);

  expect(await attempt(page, 'createProject', { name: '  ' })).toEqual(badInput('name must not be empty.'));
  expect(await attempt(page, 'createProject', {})).toEqual(badInput('name is missing.'));
  expect(await attempt(page, 'createProject')).toEqual(badInput());
  expect(await attempt(page, 'createProject', { name: 7 })).toEqual(badInput('name must be text.'));
  expect(await attempt(page, 'createProject', { name: 'x'.repeat(301) })).toEqual(badInput());
  expect(await attempt(page, 'getProjects')).toHaveLength(2);
});

test('usage events: stored once per id, with cache as a part of the prompt and reasoning of the completion', async ({
  page,
}) => {
  await open(page);
  const id = await createProject(page, 'Alpha');
  const full = {
    ...event(id),
    id: 'event-1',
    promptTokens: 1_000,
    completionTokens: 200,
    totalTokens: 1_200,
    provider: 'openai',
    model: 'gpt-5',
    cacheReadTokens: 500,
    cacheWrite5mTokens: 100,
    cacheWrite1hTokens: 50,
    reasoningTokens: 80,
    occurredAt: '2026-10-05T12:00:00Z',
  };
  expect(await attempt(page, 'recordUsageEvent', full)).toBe('event-1');
  expect(await attempt(page, 'recordUsageEvent', { ...full, promptTokens: 9_999, totalTokens: 10_199 })).toBe(
    'event-1',
  );
  expect(await attempt(page, 'getUsageStatsByProject', id, '2026-10')).toMatchObject({
    month: '2026-10',
    promptTokens: 1_000,
    completionTokens: 200,
    totalTokens: 1_200,
    inputTokens: 350,
    cacheReadTokens: 500,
    cacheWrite5mTokens: 100,
    cacheWrite1hTokens: 50,
    outputTokens: 200,
    reasoningTokens: 80,
    eventCount: 1,
  });
  // A moment as a number; an id of its own where none is given.
  const made = await attempt(page, 'recordUsageEvent', event(id, { occurredAt: Date.UTC(2026, 9, 6) }));
  expect(made).toMatch(/^[0-9a-f-]{36}$/);

  const wrong: [object, string | RegExp][] = [
    [{ totalTokens: 16 }, 'totalTokens must be promptTokens + completionTokens, which is 15.'],
    [{ promptTokens: -1 }, /promptTokens must be a whole number/],
    [{ promptTokens: 1.5 }, /promptTokens must be a whole number/],
    [{ completionTokens: '5' }, /completionTokens must be a whole number/],
    [{ promptTokens: Number.MAX_SAFE_INTEGER }, /promptTokens must be a whole number/],
    [{ cacheReadTokens: 11 }, /Cache tokens are parts of promptTokens/],
    [{ reasoningTokens: 6 }, /reasoningTokens is a part of completionTokens/],
    [{ llmMode: 'moon' }, /llmMode must be/],
    [{ eventType: '' }, 'eventType must not be empty.'],
    [{ occurredAt: '1970-01-01' }, /occurredAt must lie between/],
    [{ occurredAt: '2099-01-01' }, /occurredAt must lie between/],
    [{ occurredAt: 'yesterday' }, /occurredAt must be/],
    [{ projectId: undefined }, 'projectId is missing.'],
  ];
  for (const [change, sentence] of wrong) {
    const answer = await attempt(page, 'recordUsageEvent', event(id, change));
    const message = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
    expect(answer, JSON.stringify(change)).toEqual(badInput(message));
  }
  expect(await attempt(page, 'recordUsageEvent', event('nobody'))).toMatchObject({ code: 'NotFound' });
  expect(await attempt(page, 'getGlobalUsageStats', '2026-10')).toMatchObject({
    eventCount: 2,
    totalTokens: 1_215,
  });
});

test('statistics: zeros without usage, this month by default, the projects sum to the whole, largest first', async ({
  page,
}) => {
  await open(page);
  const ids: string[] = [];
  for (const name of ['Small', 'Large', 'Idle']) ids.push(await createProject(page, name));
  const [small = '', large = '', idle = ''] = ids;
  expect(await attempt(page, 'getUsageStatsByProject', small, '2024-02')).toMatchObject({
    month: '2024-02',
    ...zeros,
  });
  expect(await attempt(page, 'getGlobalUsageStats', '2024-02')).toMatchObject({ month: '2024-02', ...zeros });

  await attempt(page, 'recordUsageEvent', event(small));
  for (const tokens of [100, 200]) {
    await attempt(
      page,
      'recordUsageEvent',
      event(large, { promptTokens: tokens, cacheReadTokens: 7, reasoningTokens: 1 }),
    );
  }
  const all = await page.evaluate(() => window.tokentab.getAllUsageStats());
  const now = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format().slice(0, 7));
  expect(all.month).toBe(now);
  expect(all.global).toEqual(await attempt(page, 'getGlobalUsageStats'));
  expect(all.global).toEqual(await attempt(page, 'getGlobalUsageStats', now));
  expect(all.projects.map(({ projectName }) => projectName)).toEqual(['Large', 'Small', 'Idle']);
  expect(all.projects[2]).toMatchObject({ projectId: idle, clientName: null, ...zeros });
  for (const counter of Object.keys(zeros) as (keyof typeof zeros)[]) {
    const sum = all.projects.reduce((sum, project) => sum + project[counter], 0);
    expect(sum, counter).toBe(all.global[counter]);
  }

  expect(await attempt(page, 'getUsageStatsByProject', 'nobody')).toMatchObject({ code: 'NotFound' });
  for (const month of ['2026-13', '2026-1', 'November', 202_611]) {
    expect(await attempt(page, 'getGlobalUsageStats', month)).toEqual(
      badInput(expect.stringMatching(/^month must be/)),
    );
  }
});

test('pins: last + 1 when pinned, 0 when not, pinning twice keeps the place, an unknown project is false', async ({
  page,
}) => {
  await open(page);
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) ids.push(await createProject(page, name));
  const [a = '', b = '', c = ''] = ids;
  const places = () =>
    page.evaluate(async () =>
      Object.fromEntries((await window.tokentab.getProjects()).map(({ name, pinOrder }) => [name, pinOrder])),
    );
  for (const id of [c, a, c]) expect(await attempt(page, 'updateProjectPinned', id, true)).toBe(true);
  expect(await places()).toEqual({ A: 2, B: 0, C: 1 });
  expect(await attempt(page, 'updateProjectPinned', c, false)).toBe(true);
  expect(await attempt(page, 'updateProjectPinned', b, true)).toBe(true);
  expect(await places()).toEqual({ A: 2, B: 3, C: 0 });
  expect(await attempt(page, 'updateProjectPinned', 'nobody', true)).toBe(false);
  expect(await attempt(page, 'updateProjectPinned', a, 'yes')).toEqual(
    badInput('isPinned must be true or false.'),
  );
  expect(await attempt(page, 'getPinnedProjects')).toMatchObject([
    { name: 'A' },
    { name: 'B', isPinned: true },
  ]);
});

test('a reorder is all or nothing; pinned projects that it leaves out follow in their order', async ({
  page,
}) => {
  await open(page);
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await createProject(page, name));
  const [a = '', b = '', c = '', d = '', unpinned = ''] = ids;
  for (const id of [a, b, c, d]) await attempt(page, 'updateProjectPinned', id, true);
  const order = () =>
    page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name).join(''));

  expect(await attempt(page, 'reorderPinnedProjects', [d, b])).toMatchObject([
    { name: 'D', pinOrder: 1 },
    { name: 'B', pinOrder: 2 },
    { name: 'A', pinOrder: 3 },
    { name: 'C', pinOrder: 4 },
  ]);
  for (const wrong of [[a, 'nobody'], [a, unpinned], [a, b, a], 'abc', [1]]) {
    expect(await attempt(page, 'reorderPinnedProjects', wrong)).toEqual(badInput());
    expect(await order()).toBe('DBAC');
  }
});

test('an import gives its summary, and refuses a source that nobody knows and what is no file', async ({
  page,
}) => {
  await open(page);
  const text = claudeLine({ id: 'a', cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z' });
  expect(await importTexts(page, [{ name: 'one.jsonl', text }])).toEqual({
    id: expect.any(String),
    source: 'claude-code',
    files: 1,
    filesSkipped: 0,
    filesUnchanged: 0,
    eventsAdded: 1,
    eventsReplaced: 0,
    duplicates: 0,
    problems: [],
    outputNotFinal: 0,
  });
  const chosen = await page.evaluate(
    (text) => window.tokentab.importFiles([new File([text], 'one.jsonl')], { source: 'claude-code' }),
    text,
  );
  expect(chosen).toMatchObject({ source: 'claude-code', eventsAdded: 0, duplicates: 1 });
  const nothing = await page.evaluate(() => window.tokentab.importFiles([]));
  expect(nothing).toMatchObject({ source: null, files: 0, eventsAdded: 0, problems: [] });

  const unknown = await page.evaluate(() =>
    window.tokentab
      .importFiles([], { source: 'tea-leaves' })
      .catch((error: unknown) => (error as { code: string }).code),
  );
  expect(unknown).toBe('BadInput');
  expect(await attempt(page, 'importFiles', ['one.jsonl'])).toEqual(badInput());
  expect(await attempt(page, 'importFiles')).toEqual(badInput());
});

test('the exported database is a whole SQLite file that other programs open', async ({ page }) => {
  await open(page);
  const id = await createProject(page, 'Alpha');
  await attempt(page, 'recordUsageEvent', event(id, { occurredAt: '2026-10-05T12:00:00Z' }));
  const blob = await page.evaluate(async () => {
    const blob = await window.tokentab.exportDatabase();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { type: blob.type, isBlob: blob instanceof Blob, bytes: [...bytes] };
  });
  expect(blob).toMatchObject({ isBlob: true, type: 'application/vnd.sqlite3' });

  const folder = await mkdtemp(join(tmpdir(), 'tokentab-export-'));
  const path = join(folder, 'export.sqlite3');
  await writeFile(path, new Uint8Array(blob.bytes));
  expect(await askFile(path, 'PRAGMA quick_check')).toEqual([['ok']]);
  expect(await askFile(path, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(await askFile(path, 'SELECT total_tokens, date, llm_mode FROM usage_events')).toEqual([
    [15, '2026-10-05', 'cloud'],
  ]);
  expect(await askFile(path, 'SELECT date, total_tokens, event_count FROM usage_daily')).toEqual([
    ['2026-10-05', 15, 1],
  ]);
  const [[version] = []] = await askFile(path, 'PRAGMA user_version');
  expect(version).toBeGreaterThanOrEqual(3);
  await rm(folder, { recursive: true });
});

test('the check of the database finds nothing wrong in what the calls have stored', async ({ page }) => {
  await open(page);
  expect(await attempt(page, 'checkIntegrity')).toEqual({ ok: true, differences: [] });
});
