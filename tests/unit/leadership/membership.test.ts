import { expect, it, vi } from 'vitest';
import { holdAlone } from '../../../src/lib/database/leadership/lock-queue';
import { Membership } from '../../../src/lib/database/leadership/membership';
import { TokentabError } from '../../../src/lib/model/errors';
import type { Command, Commands } from '../../../src/lib/protocol/commands';
import type { WorkerMessage } from '../../../src/lib/protocol/messages';

/** A tab that leads a database whose files are gone. */
async function leadWithoutFiles(commands: Partial<Commands>) {
  const messages: WorkerMessage[] = [];
  const membership = new Membership({
    tabId: 'tab',
    version: { app: '1', schema: 1 },
    toPage: (message) => void messages.push(message),
    openChannel: () => ({ post: () => undefined, close: () => undefined }),
    queueForLock: holdAlone,
    openDatabase: () =>
      Promise.resolve({
        commands: commands as Commands,
        changesOf: (command: Command) => (command.startsWith('get') ? [] : (['imports'] as const)),
        writes: (command: Command) => !command.startsWith('get'),
        isStillThere: () => Promise.resolve(false),
        noteStored: () => Promise.resolve(),
        close: () => undefined,
      }),
  });
  const states = () => messages.flatMap((message) => (message.kind === 'status' ? [message.status] : []));
  await vi.waitFor(() => expect(states().at(-1)?.state).toBe('ready'));
  return { membership, states };
}

const gone = { state: 'failed', error: { code: 'StorageGone' } };

it('checks its files when an import has ended', async () => {
  const { membership, states } = await leadWithoutFiles({ finishImport: vi.fn() });
  membership.call({ id: '1', command: 'finishImport', args: [] });
  await vi.waitFor(() => expect(states().at(-1)).toMatchObject(gone));
});

it('checks its files when a write fails', async () => {
  const { membership, states } = await leadWithoutFiles({
    createProject: () => {
      throw new TokentabError('StorageFull', 'write-failed');
    },
  });
  membership.call({ id: '1', command: 'createProject', args: [] });
  await vi.waitFor(() => expect(states().at(-1)).toMatchObject(gone));
});

it('does not check its files on every read', async () => {
  const { membership, states } = await leadWithoutFiles({ getProjects: () => [] });
  membership.call({ id: '1', command: 'getProjects', args: [] });
  await new Promise((resolve) => setImmediate(resolve));
  expect(states().at(-1)).toMatchObject({ state: 'ready' });
});
