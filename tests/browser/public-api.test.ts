import { expect, test } from 'vitest';
import { noCostByKind } from '../../src/lib/model/cost-by-kind';
import { createPublicApi } from '../../src/lib/client/public-api';
import type { TokentabApi } from '../../src/lib/model/public-api';
import { problems } from '../../src/lib/texts/en/problems';
import { openTab, useFreshStorage } from './support/clients';

useFreshStorage();

async function openApi(): Promise<TokentabApi> {
  const api = createPublicApi(openTab({}, 'memory').client, () => Promise.resolve(problems));
  await api.ready;
  return api;
}

const usage = { eventType: 'chat', llmMode: 'cloud', promptTokens: 100, completionTokens: 20 } as const;

test('a script creates a project, records usage, and reads the month in exactly the documented shapes', async () => {
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
    costNanoUsdByKind: noCostByKind,
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

test('files are imported from any iterable of files', async () => {
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
  expect(await api.importFiles(new Set([file]))).toEqual({
    id: expect.any(String) as string,
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
  const again = await api.importFiles([file], { source: 'claude-code' });
  expect(again).toMatchObject({ source: 'claude-code', eventsAdded: 0, duplicates: 1 });
  expect(await api.importFiles([])).toMatchObject({ source: null, files: 0, eventsAdded: 0, problems: [] });
  expect(await api.getGlobalUsageStats()).toMatchObject({ totalTokens: 10 });
});

test('the export is a valid SQLite file', async () => {
  const blob = await (await openApi()).exportDatabase();
  expect(await blob.slice(0, 15).text()).toBe('SQLite format 3');
});

test('an import refuses values that are not files, and unknown sources', async () => {
  // Scripts have no types: whatever they pass must be answered.
  const api = (await openApi()) as unknown as { importFiles(...args: unknown[]): Promise<unknown> };
  const wrong = [['/home/a'], [], [[{ name: 'a.jsonl' }]], [['one.jsonl']], [[], { source: 'tea-leaves' }]];
  for (const args of wrong) {
    const refusal = { name: 'TokentabError', code: 'BadInput' };
    await expect(api.importFiles(...args)).rejects.toMatchObject(refusal);
  }
});
