import { expect, it } from 'vitest';
import type { DatabaseContext } from '../../../../src/lib/database/context';
import { textName } from '../../../../src/lib/documents/contents/content-store';
import { TokentabError } from '../../../../src/lib/model/errors';
import { document } from '../../database/documents/samples';
import { events, good, queueOf, type Server } from './queue';

// Of all months: the runner settles calls at the current time.
const usedTokens = ({ db }: DatabaseContext) => db.selectValue('SELECT sum(total_tokens) FROM usage_daily');

it('sends every document once, stores the answers, and counts the usage that the server reports', async () => {
  const { commands, database, runner, files, statuses } = await queueOf(['a', 'b', 'c'], good);
  await runner.run();
  expect(statuses()).toEqual(['extracted', 'extracted', 'extracted']);
  expect(usedTokens(database)).toBe(3 * 160);
  const [{ resultId } = { resultId: '' }] = commands.getDocuments('alpha');
  expect(JSON.parse(files.get(`${resultId}.json`) ?? '')).toEqual({ values: { city: 'Town of a' } });
  expect(commands.getBatch('batch').state).toBe('finished');
});

it('retries a wrong answer once, keeps what the model wrote, and counts both calls', async () => {
  const { database, runner, files, statuses } = await queueOf(['a'], () =>
    Promise.resolve({ text: events('Sure!') }),
  );
  await runner.run();
  expect(statuses()).toEqual(['not-json']);
  expect(usedTokens(database)).toBe(2 * 160);
  expect(JSON.parse(files.get('call-2.json') ?? '')).toEqual({ values: null, answer: 'Sure!' });
});

it('settles a call whatever numbers and names the server reports', async () => {
  const absurd = events('{"city":null}')
    .replace('150', String(2 ** 52))
    .replace('"tiny"', JSON.stringify('x'.repeat(1000)));
  const { database, runner, statuses } = await queueOf(['a'], () => Promise.resolve({ text: absurd }));
  await runner.run();
  expect(statuses()).toEqual(['extracted']);
  expect(usedTokens(database)).toBe(10);
});

it('holds the batch on a wrong key, and continues when resumed', async () => {
  let key = 'wrong';
  const server: Server = (...request) =>
    key === 'wrong' ? Promise.resolve({ status: 401 }) : good(...request);
  const { commands, runner, statuses } = await queueOf(['a', 'b'], server);
  await runner.run();
  expect(commands.getBatch('batch')).toMatchObject({ state: 'held', heldBy: 'key', usedTokens: 0 });
  key = 'right';
  commands.resumeBatch('batch', null, Date.now());
  await runner.run();
  expect(statuses()).toEqual(['extracted', 'extracted']);
});

it('cancelling stops the open call, which counts as sent', async () => {
  const server: Server = (_body, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ how: 'aborted', status: null }));
      void tools.call('cancelBatch', 'batch', Date.now());
    });
  const { commands, database, runner, tools, statuses } = await queueOf(['a', 'b'], server);
  await runner.run();
  expect(commands.getBatch('batch')).toMatchObject({ state: 'cancelled', lostCalls: 1 });
  expect(statuses()).toEqual(['waiting', 'waiting']);
  expect(usedTokens(database)).toBe(150);
});

it('only the document without text fails', async () => {
  const { runner, files, statuses } = await queueOf(['a', 'b'], good);
  files.delete(textName(document('a').contentSha256));
  await runner.run();
  expect(statuses()).toEqual(['no-content', 'extracted']);
});

it('an unrestricted caller sends nothing, and nothing is counted', async () => {
  const refused = new TokentabError('NoCaller', 'calls-not-confined');
  const { commands, runner, statuses } = await queueOf(['a'], () => Promise.reject(refused));
  await expect(runner.run()).rejects.toThrow(refused);
  expect(statuses()).toEqual(['waiting']);
  expect(commands.getBatch('batch')).toMatchObject({
    state: 'running',
    usedTokens: 0,
    reservedTokens: 0,
    lostCalls: 0,
  });
});

it('takes over what a tab left open, and counts it as lost', async () => {
  const { commands, runner, statuses } = await queueOf(['a'], good);
  commands.claimDocument({ batchId: 'batch', attemptId: 'gone', claimedAt: Date.now() });
  await runner.run();
  expect(statuses()).toEqual(['extracted']);
  expect(commands.getBatch('batch')).toMatchObject({ answeredCalls: 1, lostCalls: 1 });
});
