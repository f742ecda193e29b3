import { expect, test } from 'vitest';
import { createPublicApi } from '../../src/lib/client/public-api';
import type { TokentabApi } from '../../src/lib/model/public-api';
import { openTab, useFreshStorage } from './support/clients';

useFreshStorage();

async function openApi(): Promise<TokentabApi> {
  const api = createPublicApi(openTab({}, 'memory').client);
  await api.ready;
  return api;
}

const usage = { eventType: 'chat', llmMode: 'cloud', promptTokens: 100, completionTokens: 20 } as const;

test('a script makes a project, records usage, and reads the month in exactly the documented shapes', async () => {
  const api = await openApi();
  const project = await api.createProject({ name: 'Alpha', clientName: 'Acme' });
  expect(project).toEqual({
    id: expect.any(String) as string,
    name: 'Alpha',
    clientName: 'Acme',
    description: null,
    isArchived: false,
    isPinned: false,
    pinOrder: 0,
  });

  const id = await api.recordUsageEvent({
    ...usage,
    projectId: project.id,
    cacheReadTokens: 60,
    totalTokens: 120,
  });
  expect(await api.recordUsageEvent({ ...usage, projectId: project.id, id })).toBe(id);

  const stats = await api.getUsageStatsByProject(project.id);
  expect(stats).toEqual({
    month: expect.stringMatching(/^\d{4}-\d{2}$/) as string,
    promptTokens: 100,
    completionTokens: 20,
    totalTokens: 120,
    inputTokens: 40,
    cacheReadTokens: 60,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: 20,
    reasoningTokens: 0,
    eventCount: 1,
    outputNotFinalCount: 0,
    costNanoUsd: 0,
    unpricedTokens: 120,
    inexactCount: 0,
  });
  expect(await api.getGlobalUsageStats()).toEqual(stats);
  expect(await api.getAllUsageStats()).toEqual({
    month: stats.month,
    global: stats,
    projects: [{ ...stats, projectId: project.id, projectName: 'Alpha', clientName: 'Acme' }],
  });
  expect(await api.getGlobalUsageStats('2021-02')).toMatchObject({
    month: '2021-02',
    totalTokens: 0,
    eventCount: 0,
  });
  expect(await api.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

test('pins go last, keep their place, and are put in order as a whole or not at all', async () => {
  const api = await openApi();
  const ids = [];
  for (const name of ['Alpha', 'Beta', 'Gamma']) ids.push((await api.createProject({ name })).id);
  const [alpha = '', beta = '', gamma = ''] = ids;
  for (const id of ids) expect(await api.updateProjectPinned(id, true)).toBe(true);
  expect(await api.updateProjectPinned('nobody', true)).toBe(false);

  const order = await api.reorderPinnedProjects([gamma]);
  expect(order.map(({ name }) => name)).toEqual(['Gamma', 'Alpha', 'Beta']);
  await expect(api.reorderPinnedProjects([alpha, alpha])).rejects.toMatchObject({ code: 'BadInput' });
  await expect(api.reorderPinnedProjects([beta, 'nobody'])).rejects.toMatchObject({ code: 'BadInput' });
  expect(await api.getPinnedProjects()).toEqual(order);
});

test('files are imported from any list of them', async () => {
  const api = await openApi();
  const line = {
    type: 'assistant',
    timestamp: new Date().toISOString(),
    sessionId: 'session',
    requestId: 'request',
    cwd: '/home/a/alpha',
    message: { id: 'msg_1', model: 'claude-x', usage: { input_tokens: 7, output_tokens: 3 } },
  };
  const file = new File([JSON.stringify(line), '\n'], 'session.jsonl');
  expect(await api.importFiles(new Set([file]))).toMatchObject({ eventsAdded: 1, source: 'claude-code' });
  expect(await api.importFiles([file])).toMatchObject({ eventsAdded: 0 });
  expect(await api.getGlobalUsageStats()).toMatchObject({ totalTokens: 10 });
});

test('the export is a valid SQLite file', async () => {
  const blob = await (await openApi()).exportDatabase();
  expect(await blob.slice(0, 15).text()).toBe('SQLite format 3');
});

test('wrong arguments are refused with a sentence, never with a TypeError', async () => {
  const api = await openApi();
  // Scripts have no types: whatever they pass must be answered.
  const untyped = api as unknown as Record<keyof TokentabApi, (...args: unknown[]) => Promise<unknown>>;
  const wrong = [
    untyped.createProject(),
    untyped.createProject({ name: '  ' }),
    untyped.createProject({ name: 'A'.repeat(301) }),
    untyped.recordUsageEvent(null),
    untyped.getUsageStatsByProject(),
    untyped.getGlobalUsageStats('2026-13'),
    untyped.getGlobalUsageStats(11),
    untyped.updateProjectPinned('alpha', 'yes'),
    untyped.reorderPinnedProjects('alpha'),
    untyped.importFiles('/home/a'),
    untyped.importFiles(),
    untyped.importFiles([{ name: 'a.jsonl' }]),
  ];
  for (const result of await Promise.allSettled(wrong)) {
    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'TokentabError', code: 'BadInput' } });
  }
  await expect(api.getUsageStatsByProject('nobody')).rejects.toMatchObject({ code: 'NotFound' });
});
