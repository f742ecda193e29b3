import { expect, test } from './support/app';
import { attempt, badInput, createProject, event } from './support/public-calls';
import { open } from './support/tokentab';

/** Usage events and statistics, as scripts call them. */

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
