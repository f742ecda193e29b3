import { expect, it } from 'vitest';
import type { CallerAnswer } from '../../../../src/lib/documents/calling/caller';
import { textName } from '../../../../src/lib/documents/contents/content-store';
import { QueueRunner, type QueueTools } from '../../../../src/lib/documents/running/queue-runner';
import { TokentabError } from '../../../../src/lib/model/errors';
import type { NewBatch } from '../../../../src/lib/model/extraction';
import type { Commands } from '../../../../src/lib/protocol/commands';
import { document, startedBatch } from '../../database/documents/samples';
import { openTestDatabase } from '../../database/open';

interface Asked {
  messages: { content: string }[];
}

type Server = (body: Asked, signal: AbortSignal) => Promise<Partial<CallerAnswer> & { text?: string }>;

const setup = {
  kind: 'fields' as const,
  fields: [{ name: 'city', type: 'text' as const, choices: [] }],
  instructions: '',
};

const events = (content: string) =>
  [
    { model: 'tiny', choices: [{ delta: { content }, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 150, completion_tokens: 10 } },
  ]
    .map((event) => `data: ${JSON.stringify(event)}\n\n`)
    .join('');

const good: Server = ({ messages }) =>
  Promise.resolve({ text: events(`{"city":"${messages[1]?.content ?? ''}"}`) });

/** The real queue in memory, a runner for it, and a server in place of the caller. */
async function queueOf(ids: readonly string[], server: Server, changes: Partial<NewBatch> = {}) {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ids, { setup, ...changes });
  const files = new Map(ids.map((id) => [textName(document(id).contentSha256), `Town of ${id}`]));
  const stop = new AbortController();
  let calls = 0;
  const tools: QueueTools = {
    call: (command, ...args) => {
      const run = commands[command] as (...args: unknown[]) => never;
      const answer = run(...args);
      // As the page is notified of changes.
      if (command === 'cancelBatch') void runner.check();
      return Promise.resolve(answer);
    },
    contents: {
      read: (name) => Promise.resolve(files.get(name)),
      write: (name, text) => Promise.resolve(void files.set(name, text)),
    },
    openSender: () =>
      Promise.resolve({
        close: () => undefined,
        send: async ({ body }, { onPiece, signal = stop.signal } = {}) => {
          const { text = '', ...answer } = await server(JSON.parse(body ?? '') as Asked, signal);
          onPiece?.(text);
          return { how: 'done', status: 200, retryAfter: null, ...answer };
        },
      }),
    keyOf: () => Promise.resolve(''),
    newId: () => `call-${(calls += 1)}`,
  };
  const runner: QueueRunner = new QueueRunner(tools, stop.signal);
  const statuses = () => commands.getDocuments('alpha').map(({ status, failure }) => failure ?? status);
  return { commands, runner, files, stop, tools, statuses };
}

const usedTokens = (commands: Commands) => commands.getGlobalUsageStats().totalTokens;

it('sends every document once, stores the answers, and counts the usage that the server reports', async () => {
  const { commands, runner, files, statuses } = await queueOf(['a', 'b', 'c'], good);
  await runner.run();
  expect(statuses()).toEqual(['extracted', 'extracted', 'extracted']);
  expect(usedTokens(commands)).toBe(3 * 160);
  const [{ resultId } = { resultId: '' }] = commands.getDocuments('alpha');
  expect(JSON.parse(files.get(`${resultId}.json`) ?? '')).toEqual({ values: { city: 'Town of a' } });
  expect(commands.getBatch('batch').state).toBe('finished');
});

it('retries a wrong answer once, keeps what the model wrote, and counts both calls', async () => {
  const { commands, runner, files, statuses } = await queueOf(['a'], () =>
    Promise.resolve({ text: events('Sure!') }),
  );
  await runner.run();
  expect(statuses()).toEqual(['not-json']);
  expect(usedTokens(commands)).toBe(2 * 160);
  expect(JSON.parse(files.get('call-2.json') ?? '')).toEqual({ values: null, answer: 'Sure!' });
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
  const { commands, runner, tools, statuses } = await queueOf(['a', 'b'], server);
  await runner.run();
  expect(commands.getBatch('batch')).toMatchObject({ state: 'cancelled', lostCalls: 1 });
  expect(statuses()).toEqual(['waiting', 'waiting']);
  expect(usedTokens(commands)).toBe(150);
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
