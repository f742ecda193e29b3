import { expect, it } from 'vitest';
import { oldestKept } from '../../../../src/lib/documents/contents/keep-contents';
import { eventKey } from '../../../../src/lib/model/event-key';
import { keyText } from '../../../../src/lib/database/events/event-key';
import { openTestDatabase, testNow } from '../open';
import { addProject } from '../samples';
import { answered, address, claim, document, lost, newBatch, startedBatch } from './samples';

const day = 24 * 60 * 60_000;
const november = { from: '2026-11-01', to: '2026-11-30' };

it('an answered document is extracted, and its tokens are in the month', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  expect(claim(commands, 'call-1')).toMatchObject({
    kind: 'claimed',
    document: { id: 'a', tries: 1, estimatedPromptTokens: 150, estimatedAnswerTokens: 80 },
  });
  expect(commands.settleAttempt(answered('call-1'))).toBe(true);
  expect(commands.getDocuments('alpha')).toMatchObject([
    { id: 'a', status: 'extracted', resultId: 'call-1', promptTokens: 150, answerTokens: 40 },
  ]);
  expect(commands.getBatch('batch')).toMatchObject({ state: 'finished', usedTokens: 190, answeredCalls: 1 });
  const { events } = commands.getUsageEvents({ ...november, after: null, limit: 10 });
  expect(events).toMatchObject([
    {
      id: keyText(eventKey('extraction:call-1', 'extraction')),
      source: 'extraction',
      eventType: 'cv_extraction',
      model: 'tiny.gguf',
      llmMode: 'local',
      totalTokens: 190,
    },
  ]);
  expect(commands.getImports()).toMatchObject([
    { id: 'batch', source: 'extraction', files: 1, eventsAdded: 1 },
  ]);
  // Its project is known, so the user isn't asked about it.
  expect(commands.getUndecidedNames()).toEqual([]);
  expect(commands.checkIntegrity().differences).toEqual([]);
});

it('the same claim and the same settlement twice are one call', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  expect(claim(commands, 'call-1')).toEqual(claim(commands, 'call-1'));
  expect(commands.settleAttempt(answered('call-1'))).toBe(true);
  expect(commands.settleAttempt(answered('call-1', {}, [999, 999]))).toBe(false);
  expect(commands.settleAttempt(lost('call-1'))).toBe(false);
  expect(commands.getGlobalUsageStats('2026-11').totalTokens).toBe(190);
});

it('a call that died with its tab counts its prompt, and its document waits again', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  claim(commands, 'call-1');
  expect(commands.settleOpenAttempts(testNow)).toBe(1);
  expect(commands.settleOpenAttempts(testNow)).toBe(0);
  expect(commands.getUsageEvents({ ...november, after: null, limit: 10 }).events).toMatchObject([
    { totalTokens: 150, isOutputFinal: false },
  ]);
  expect(claim(commands, 'call-2')).toMatchObject({ kind: 'claimed', document: { id: 'a', tries: 2 } });
});

it('a late answer replaces the lower bound, and serves a document that still waits', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  claim(commands, 'call-1');
  commands.settleAttempt(lost('call-1', 7));
  expect(commands.settleAttempt(answered('call-1', {}, [100, 20]))).toBe(true);
  expect(commands.getUsageEvents({ ...november, after: null, limit: 10 }).events).toMatchObject([
    { totalTokens: 120, isOutputFinal: true },
  ]);
  expect(commands.getDocuments('alpha')).toMatchObject([{ status: 'extracted', resultId: 'call-1' }]);
  expect(commands.getImports()).toMatchObject([{ eventsAdded: 1, outputNotFinal: 0 }]);
});

it('a batch is held before a call that would exceed its limit, and continues with a higher limit', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b'], { limitTokens: 400 });
  claim(commands, 'call-1');
  // 230 are reserved and 230 would be added: more than 400.
  expect(claim(commands, 'call-2')).toEqual({ kind: 'stopped', state: 'held', heldBy: 'budget' });
  commands.settleAttempt(answered('call-1'));
  expect(commands.getBatch('batch')).toMatchObject({ state: 'held', heldBy: 'budget', usedTokens: 190 });
  commands.resumeBatch('batch', { limitTokens: 500, limitNanoUsd: null, heedsBudgets: true }, testNow);
  expect(claim(commands, 'call-3')).toMatchObject({ kind: 'claimed', document: { id: 'b' } });
});

it.each(['all', 'client', 'project'] as const)(
  'a budget of %s holds a batch, until it is resumed',
  async (scope) => {
    const { commands } = await openTestDatabase();
    startedBatch(commands, ['a', 'b']);
    commands.updateClientName(['alpha'], 'Ada', testNow);
    const scopeKey = { all: '', client: 'Ada', project: 'alpha' }[scope];
    const budget = { scope, scopeKey, fromMonth: '2026-11', unit: 'tokens' as const, thresholds: [] };
    commands.saveBudget({ ...budget, amount: 300 }, testNow);
    commands.saveBudget({ ...budget, scope: 'client', scopeKey: 'Somebody else', amount: 1 }, testNow);
    expect(claim(commands, 'call-1')).toMatchObject({ kind: 'claimed' });
    // 230 are open and 230 would be added.
    expect(claim(commands, 'call-2')).toMatchObject({ heldBy: 'budget' });
    commands.settleAttempt(answered('call-1'));
    commands.resumeBatch('batch', null, testNow);
    // 190 are booked, and 190 are expected now.
    expect(claim(commands, 'call-2')).toMatchObject({ heldBy: 'budget' });
    commands.resumeBatch('batch', { limitTokens: null, limitNanoUsd: null, heedsBudgets: false }, testNow);
    expect(claim(commands, 'call-2')).toMatchObject({ kind: 'claimed', document: { id: 'b' } });
  },
);

it('a limit in money uses the price of the model, and requires one', async () => {
  const { commands } = await openTestDatabase();
  const batch = { addressId: 'openai', model: 'gpt-4o', limitNanoUsd: 1 };
  startedBatch(commands, ['a'], batch);
  expect(claim(commands, 'call-1')).toMatchObject({ heldBy: 'budget' });
  commands.addDocuments([document('b')]);
  const start = () =>
    commands.startBatch(newBatch({ ...batch, id: 'two', model: 'nobody-knows' }), ['b'], testNow);
  expect(start).toThrow('no-price-for-limit');
});

it('after 30 days the contents of documents are forgotten, and their numbers stay', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  commands.addDocuments([document('c', { createdAt: testNow + 20 * day })]);
  claim(commands, 'call-1');
  commands.settleAttempt(answered('call-1'));
  const forgetAt = (now: number) => {
    const old = commands.getOldDocuments(oldestKept(now));
    commands.forgetContents(old, now);
    return old;
  };
  expect(forgetAt(testNow + 30 * day)).toEqual([]);
  expect(forgetAt(testNow + 30 * day + 2)).toEqual(['a', 'b']);
  // Only the content of the third one may still be in this browser.
  expect(commands.getKeptContents()).toEqual([document('c').contentSha256]);
  expect(commands.getDocuments('alpha')).toMatchObject([
    { id: 'a', status: 'extracted', promptTokens: 150, contentDeletedAt: testNow + 30 * day + 2 },
    { id: 'b', status: 'failed', failure: 'no-content' },
    { id: 'c', status: 'waiting', contentDeletedAt: null },
  ]);
  expect(commands.getBatch('batch').state).toBe('finished');
  expect(commands.getGlobalUsageStats('2026-11').totalTokens).toBe(190);
  expect(forgetAt(testNow + 51 * day)).toEqual(['c']);
  expect(commands.getKeptContents()).toEqual([]);
});

it('usage is on the statement of the project’s client', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  commands.updateClientName(['alpha'], 'Northwind', testNow);
  claim(commands, 'call-1');
  commands.settleAttempt(answered('call-1'));
  const filter = { ...november, projectIds: ['alpha'] };
  expect(commands.getUsageTotals(filter, 'model')).toMatchObject([{ key: 'tiny.gguf', totalTokens: 190 }]);
  expect(commands.getUsageTotals(filter, 'eventType')).toMatchObject([
    { key: 'cv_extraction', totalTokens: 190 },
  ]);
});

it('a retry waits for its time, and a hold does not count against the document', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  claim(commands, 'call-1');
  const failed = (attemptId: string, next: Parameters<typeof commands.settleAttempt>[0]['next']) =>
    commands.settleAttempt({ attemptId, end: { state: 'failed' }, next, httpStatus: 503, endedAt: testNow });
  failed('call-1', { kind: 'try-again', notBefore: testNow + 2000 });
  expect(claim(commands, 'call-2')).toEqual({ kind: 'later', at: testNow + 2000 });
  claim(commands, 'call-2', testNow + 2000);
  failed('call-2', { kind: 'hold', by: 'key' });
  expect(commands.getBatch('batch')).toMatchObject({ state: 'held', heldBy: 'key', usedTokens: 0 });
  commands.resumeBatch('batch', null, testNow);
  expect(claim(commands, 'call-3')).toMatchObject({ document: { tries: 2 } });
  failed('call-3', { kind: 'fail', failure: 'server-error' });
  expect(commands.getDocuments('alpha')).toMatchObject([{ status: 'failed', failure: 'server-error' }]);
  expect(commands.getBatch('batch').state).toBe('finished');
  expect(commands.retryDocuments(['a'], testNow)).toBe(1);
  expect(claim(commands, 'call-4')).toMatchObject({ document: { tries: 1 } });
});

it('pausing, cancelling and deleting the project stop further calls', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  commands.pauseBatch('batch', testNow);
  expect(claim(commands, 'call-1')).toMatchObject({ kind: 'stopped', state: 'paused' });
  commands.resumeBatch('batch', null, testNow);
  claim(commands, 'call-1');
  commands.cancelBatch('batch', testNow);
  commands.settleAttempt(lost('call-1'));
  expect(commands.getDocuments('alpha')).toMatchObject([
    { status: 'waiting', batchId: null },
    { status: 'waiting', batchId: null },
  ]);
  commands.startBatch(newBatch({ id: 'two' }), ['a', 'b'], testNow);
  commands.deleteProject('alpha', testNow);
  expect(commands.claimDocument({ batchId: 'two', attemptId: 'call-2', claimedAt: testNow })).toMatchObject({
    kind: 'stopped',
  });
  expect(commands.removeDeletedProject('alpha')).toBe(true);
  expect(commands.checkIntegrity().differences).toEqual([]);
});

it('removing a document keeps its usage', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  claim(commands, 'call-1');
  commands.settleAttempt(answered('call-1'));
  expect(commands.getKeptContents()).toHaveLength(3);
  expect(commands.forgetContents(['a'], testNow)).toBe(1);
  expect(commands.removeDocuments(['a', 'b'], testNow)).toBe(2);
  expect(commands.getKeptContents()).toEqual([]);
  expect(commands.getDocuments('alpha')).toEqual([]);
  expect(commands.getBatch('batch')).toMatchObject({ state: 'finished', usedTokens: 190 });
});

it('events follow their project through a merge', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a']);
  addProject(commands, 'beta');
  commands.mergeProjects('alpha', 'beta', testNow);
  claim(commands, 'call-1');
  commands.settleAttempt(answered('call-1'));
  expect(commands.getUsageStatsByProject('beta', '2026-11').totalTokens).toBe(190);
  expect(commands.getDocuments('beta')).toHaveLength(1);
  expect(commands.getBatches('beta')).toHaveLength(1);
  commands.unmergeProject('alpha', testNow);
  expect(commands.getUsageStatsByProject('alpha', '2026-11').totalTokens).toBe(190);
});

it('undoing the import removes its events, and late answers do not restore them', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  claim(commands, 'call-1');
  commands.settleAttempt(lost('call-1'));
  commands.undoImport('batch', testNow);
  commands.settleAttempt(answered('call-1'));
  expect(commands.getGlobalUsageStats('2026-11').totalTokens).toBe(0);
  expect(claim(commands, 'call-2')).toMatchObject({ kind: 'stopped', state: 'cancelled' });
});

it.each([
  'http://192.168.1.5:11434',
  'http://127.0.0.1',
  'http://[::1]:8080',
  'https://user:word@example.com',
  'https://a.example; connect-src *',
])('%s is not an address that may be called', async (origin) => {
  const { commands } = await openTestDatabase();
  expect(() => commands.saveLlmAddress({ ...address, origin }, testNow)).toThrow('Give an address');
});
