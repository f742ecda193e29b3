import { expect, it, vi } from 'vitest';
import { Leader } from '../../../src/lib/database/leadership/leader';
import { TokentabError } from '../../../src/lib/model/errors';
import type { Command, Commands } from '../../../src/lib/protocol/commands';

function leaderOf(commands: Partial<Commands>, readOnly?: TokentabError): Leader {
  const database = {
    ...(readOnly && { readOnly }),
    commands: commands as Commands,
    changesOf: (command: Command) => (command.startsWith('get') ? [] : (['projects'] as const)),
    writes: (command: Command) => !/^(get|require)/.test(command),
    isStillThere: () => Promise.resolve(true),
    noteStored: () => Promise.resolve(),
    close: () => undefined,
  };
  return new Leader(database, 'epoch');
}

it('runs a change that is delivered twice once, and gives both the same answer', () => {
  const updateProjectPinned = vi.fn(() => true);
  const leader = leaderOf({ updateProjectPinned });
  const call = { id: '1', command: 'updateProjectPinned', args: ['alpha', true, 0] } as const;
  const [first, second] = [
    leader.run({ ...call, args: [...call.args] }),
    leader.run({ ...call, args: [...call.args] }),
  ];
  expect(updateProjectPinned).toHaveBeenCalledTimes(1);
  expect(second.answer).toEqual(first.answer);
  expect([first.changed, second.changed]).toEqual([['projects'], []]);
});

it('announces no change if the command failed, and passes its error on', () => {
  const leader = leaderOf({
    createProject: () => {
      throw new TokentabError('BadInput', 'values-not-storable');
    },
  });
  expect(leader.run({ id: '1', command: 'createProject', args: [] })).toEqual({
    answer: { ok: false, error: { code: 'BadInput', problem: 'values-not-storable' } },
    changed: [],
  });
});

it('answers only the export once the storage is gone', () => {
  const leader = leaderOf({ getProjects: () => [], exportDatabase: () => new Uint8Array([1]) });
  leader.giveUp(new TokentabError('StorageGone', 'storage-cleared'));
  expect(leader.run({ id: '1', command: 'getProjects', args: [] }).answer).toMatchObject({
    ok: false,
    error: { code: 'StorageGone' },
  });
  expect(leader.run({ id: '2', command: 'exportDatabase', args: [] }).answer).toMatchObject({ ok: true });
});

it('refuses an unknown command', () => {
  const { answer } = leaderOf({}).run({ id: '1', command: 'toString' as 'getProjects', args: [] });
  expect(answer).toMatchObject({ ok: false, error: { code: 'BadInput' } });
});

it('continues reading but writes nothing once the file is found damaged', () => {
  const createProject = vi.fn(() => true);
  const leader = leaderOf({
    getProjects: () => [],
    getStorageState: () => {
      throw new TokentabError('Corrupt', 'stored-file-damaged');
    },
    createProject: createProject as unknown as Commands['createProject'],
  });
  leader.run({ id: '1', command: 'getStorageState', args: [] });
  expect(leader.run({ id: '2', command: 'createProject', args: [] }).answer).toMatchObject({
    ok: false,
    error: { code: 'Corrupt' },
  });
  expect(createProject).not.toHaveBeenCalled();
  expect(leader.run({ id: '3', command: 'getProjects', args: [] }).answer).toEqual({ ok: true, value: [] });
});

it('writes nothing if there is no space from the start, and says why', () => {
  const createProject = vi.fn(() => true);
  const leader = leaderOf(
    { getProjects: () => [], createProject: createProject as unknown as Commands['createProject'] },
    new TokentabError('StorageFull', 'read-only-without-space'),
  );
  expect(leader.run({ id: '1', command: 'createProject', args: [] }).answer).toMatchObject({
    ok: false,
    error: { code: 'StorageFull', problem: 'read-only-without-space' },
  });
  expect(createProject).not.toHaveBeenCalled();
  expect(leader.run({ id: '2', command: 'getProjects', args: [] }).answer).toEqual({ ok: true, value: [] });
});

it('explains from then on why nothing is written', () => {
  const leader = leaderOf({
    requireSound: () => {
      throw new TokentabError('Corrupt', 'stored-file-damaged');
    },
  });
  expect(leader.readOnly).toBeUndefined();
  leader.run({ id: '1', command: 'requireSound', args: [] });
  expect(leader.readOnly).toEqual({ code: 'Corrupt', problem: 'stored-file-damaged' });
});
