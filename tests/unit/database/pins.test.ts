import { beforeEach, expect, it } from 'vitest';
import type { Commands } from '../../../src/lib/protocol/commands';
import { openTestDatabase, testNow } from './open';
import { addProject } from './samples';

let commands: Commands;

beforeEach(async () => {
  ({ commands } = await openTestDatabase());
  for (const id of ['a', 'b', 'c', 'd']) addProject(commands, id);
  for (const id of ['a', 'b', 'c']) commands.updateProjectPinned(id, true, testNow);
});

const pins = () => commands.getPinnedProjects().map(({ id, pinOrder }) => [id, pinOrder]);

it('a new pin goes last, and pinning twice keeps its position', () => {
  expect(commands.updateProjectPinned('a', true, testNow)).toBe(true);
  expect(pins()).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

it('an unpinned project has no position, and is pinned again at the end', () => {
  commands.updateProjectPinned('a', false, testNow);
  expect(commands.getProjects()[0]).toMatchObject({ id: 'a', isPinned: false, pinOrder: 0 });
  commands.updateProjectPinned('a', false, testNow);
  commands.updateProjectPinned('a', true, testNow);
  expect(pins()).toEqual([
    ['b', 2],
    ['c', 3],
    ['a', 4],
  ]);
});

it('returns false if there is no such project', () => {
  expect(commands.updateProjectPinned('nobody', true, testNow)).toBe(false);
});

it('reorders all at once; missing pins follow in their former order', () => {
  expect(commands.reorderPinnedProjects(['c'], testNow).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(commands.reorderPinnedProjects(['b', 'a', 'c'], testNow).map(({ id }) => id)).toEqual([
    'b',
    'a',
    'c',
  ]);
  expect(commands.reorderPinnedProjects([], testNow).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(pins().map(([, order]) => order)).toEqual([1, 2, 3]);
});

it.each([[['c', 'nobody']], [['c', 'd']], [['c', 'a', 'c']], ['c'], [[7]]])(
  'refuses the order %j and changes nothing',
  (ids) => {
    const before = pins();
    expect(() => commands.reorderPinnedProjects(ids as string[], testNow)).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
    expect(pins()).toEqual(before);
  },
);

it.each([
  ['d', 1, ['a', 'd', 'b', 'c']],
  ['a', 2, ['b', 'c', 'a']],
  ['c', 0, ['c', 'a', 'b']],
  ['b', 99, ['a', 'c', 'b']],
])('pins %s after %i pins, and doing so again changes nothing', (id, index, order) => {
  for (let time = 0; time < 2; time += 1) {
    expect(commands.pinProjectAt(id, index, testNow)).toBe(true);
    expect(pins()).toEqual(order.map((each, place) => [each, place + 1]));
  }
});

it('refuses a position for a project that cannot be pinned, and changes nothing', () => {
  const before = pins();
  expect(commands.pinProjectAt('nobody', 0, testNow)).toBe(false);
  expect(() => commands.pinProjectAt('d', -1, testNow)).toThrow(
    expect.objectContaining({ code: 'BadInput' }),
  );
  commands.updateProject('d', { isArchived: true }, testNow);
  expect(() => commands.pinProjectAt('d', 0, testNow)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  expect(pins()).toEqual(before);
});

it('an archived project leaves the pins and cannot be pinned', () => {
  commands.updateProject('b', { isArchived: true }, testNow);
  expect(pins().map(([id]) => id)).toEqual(['a', 'c']);
  expect(() => commands.updateProjectPinned('b', true, testNow)).toThrow(
    expect.objectContaining({ code: 'BadInput' }),
  );
});

it('an unarchived project is pinned where it was, and pins moved since stay', () => {
  commands.updateProject('b', { isArchived: true }, testNow);
  commands.updateProject('b', { isArchived: true }, testNow);
  commands.pinProjectAt('d', 1, testNow);
  expect(pins().map(([id]) => id)).toEqual(['a', 'd', 'c']);
  commands.updateProject('b', { isArchived: false }, testNow);
  expect(pins().map(([id]) => id)).toEqual(['a', 'b', 'd', 'c']);
});

it('a project that was not pinned is not pinned when unarchived', () => {
  commands.updateProject('b', { isArchived: true }, testNow);
  commands.updateProject('b', { isArchived: false }, testNow);
  commands.updateProjectPinned('b', false, testNow);
  commands.updateProject('b', { isArchived: true }, testNow);
  commands.updateProject('b', { isArchived: false }, testNow);
  expect(pins().map(([id]) => id)).toEqual(['a', 'c']);
});

it('restores a pin behind those that were ahead of it, whether it is pinned or not', () => {
  commands.reorderPinnedProjects(['c', 'b', 'a'], testNow);
  expect(commands.restorePin('b', ['a', 'b', 'c'], testNow)).toBe(true);
  expect(pins().map(([id]) => id)).toEqual(['c', 'a', 'b']);
  commands.updateProjectPinned('c', false, testNow);
  expect(commands.restorePin('c', ['c', 'b', 'a'], testNow)).toBe(true);
  expect(pins().map(([id]) => id)).toEqual(['c', 'a', 'b']);
  expect(commands.restorePin('nobody', ['a', 'nobody'], testNow)).toBe(false);
});

it('works with 500 pins', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `p${index}`);
  for (const id of ids) {
    addProject(commands, id);
    commands.updateProjectPinned(id, true, testNow);
  }
  const reversed = ids.toReversed();
  const order = commands.reorderPinnedProjects(reversed, testNow).map(({ id }) => id);
  expect(order).toEqual([...reversed, 'a', 'b', 'c']);
});
