import { describe, expect, it } from 'vitest';
import { collectFromDrop, collectFromList } from '../../../../src/lib/ingest/files/collect-files';
import type { ChosenFiles } from '../../../../src/lib/ingest/files/chosen-file';
import { alike, entryOf, ways, type Tree } from './folder-tree';

const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.jsonl`, 'x']));
const tree: Tree = {
  'a.jsonl': 'a',
  '.git': { 'b.jsonl': 'b' },
  deep: { node_modules: { 'c.jsonl': 'c' }, deeper: { 'd.jsonl': 'd' } },
  'locked.jsonl': new DOMException('no', 'NotAllowedError'),
};
const paths = ({ files }: ChosenFiles): string[] => files.map(({ path }) => path).sort();

describe.each(ways.slice(0, 2))('a folder from %s', (_name, collect) => {
  it('opens no file that its name rules out, and counts these by kind', async () => {
    const never = new Error('opened');
    const home: Tree = {
      'photo.jpg': never,
      deep: { 'more.jpg': never, 'main.py': never, 'log.jsonl': 'a', '.aider.chat.history.md': '#' },
      Caches: { 'b.jsonl': never },
    };
    const { files, problems } = await collect('home', home);
    expect(files.map(({ path }) => path).sort()).toEqual([
      'home/deep/.aider.chat.history.md',
      'home/deep/log.jsonl',
    ]);
    expect(problems.map(({ count, isHarmless }) => [count, isHarmless]).sort()).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('yields its files at any depth, and reports what cannot be opened', async () => {
    const chosen = await collect('.claude', tree);
    expect(paths(chosen)).toEqual(['.claude/a.jsonl', '.claude/deep/deeper/d.jsonl']);
    expect(chosen.problems).toEqual([
      {
        file: '.claude/locked.jsonl',
        reason: { code: 'file-unopened', error: 'NotAllowedError' },
        count: 1,
      },
    ]);
    expect(await (await chosen.files[0]!.reopen!()).file.text()).toMatch(/[ad]/);
  });

  it('yields all of many files', async () => {
    expect(paths(await collect('logs', many))).toHaveLength(250);
  });
});

describe('a drop', () => {
  it('is collected before the handler returns', async () => {
    const items = [
      { kind: 'file', webkitGetAsEntry: () => entryOf('a.jsonl', 'a'), getAsFile: () => null },
      { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['b'], 'b.jsonl') },
      { kind: 'string' },
    ];
    const promise = collectFromDrop({ items } as unknown as DataTransfer);
    items.length = 0;
    expect(paths(await promise)).toEqual(['a.jsonl', 'b.jsonl']);
  });
});

describe('an input', () => {
  it('yields paths relative to the chosen folder, or names', () => {
    const inFolder = Object.assign(new File([''], 'a.jsonl'), { webkitRelativePath: 'logs/a.jsonl' });
    const inGit = Object.assign(new File([''], 'b.jsonl'), { webkitRelativePath: 'logs/.git/b.jsonl' });
    expect(paths(collectFromList([inFolder, inGit, new File([''], 'c.jsonl')]))).toEqual([
      'c.jsonl',
      'logs/a.jsonl',
    ]);
  });
});

it.each(ways)(
  'samples very many similar files from %s, unless a tool keeps its logs there',
  async (_name, collect) => {
    const home: Tree = {
      work: alike(3000, '.json', '{"a":1}'),
      notes: alike(1000, '.txt', 'x'),
      hashes: alike(3000, '', 'x'),
      'session.jsonl': '{}',
      chats: alike(2500, '.ndjson', '{}'),
      '.gemini': { tmp: { x: { 'session-1.json': '{}' } } },
      // Of what an editor keeps for a workspace, only the chats are logs.
      '.config': {
        Code: {
          User: {
            workspaceStorage: { w: { ...alike(3000, '.json', '{"a":1}'), chatSessions: { 'c.json': '{}' } } },
          },
        },
      },
    };
    const { files, problems } = await collect('home', home);
    const counts = new Map<string, number>();
    for (const { path } of files) {
      const folder = path.split('/')[1] ?? '';
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      ...{ notes: 1000, 'session.jsonl': 1, chats: 2500 },
      ...{ '.gemini': 1, '.config': 1 },
    });
    expect(problems.map(({ count }) => count).sort()).toEqual([3000, 3000, 3000]);

    const line =
      '{"timestamp":"2026-03-01T09:00:00Z","model":"m","provider":"p","promptTokens":1,"generatedTokens":1}';
    const logs = await collect('home', { a: alike(6000, '.json', line) });
    expect(logs.files).toHaveLength(6000);
    // One folder of logs among very many others, whose names it doesn't share.
    const hidden = await collect('home', { work: { ...home, deep: { usage: { '1.json': line } } } });
    expect(hidden.files.map(({ path }) => path)).toContain('home/work/deep/usage/1.json');
  },
);

it.each(ways)('opens all chats of an editor whose folder was chosen by %s', async (_name, collect) => {
  const storage = alike(3000, '.json', '{"a":1}');
  const chosen: Tree = {
    workspaceStorage: { w: { ...storage, chatSessions: { 'c.json': '{}' } } },
    globalStorage: {
      'saoudrizwan.claude-dev': { tasks: { '1': { 'ui_messages.json': '[]' } } },
      other: storage,
    },
  };
  const { files } = await collect('User', chosen);
  expect(files.map(({ path }) => path).sort()).toEqual([
    'User/globalStorage/saoudrizwan.claude-dev/tasks/1/ui_messages.json',
    'User/workspaceStorage/w/chatSessions/c.json',
  ]);
});
