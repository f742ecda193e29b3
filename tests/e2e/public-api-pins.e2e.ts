import { expect, test } from './support/app';
import { attempt, badInput, createProject } from './support/public-calls';
import { open } from './support/tokentab';

/** Pins, as scripts call them. */

test('pins: last + 1 when pinned, 0 when not, pinning twice keeps the place, an unknown project is false', async ({
  page,
}) => {
  await open(page);
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) ids.push(await createProject(page, name));
  const [a = '', b = '', c = ''] = ids;
  const places = () =>
    page.evaluate(async () =>
      Object.fromEntries((await window.tokentab.getProjects()).map(({ name, pinOrder }) => [name, pinOrder])),
    );
  for (const id of [c, a, c]) expect(await attempt(page, 'updateProjectPinned', id, true)).toBe(true);
  expect(await places()).toEqual({ A: 2, B: 0, C: 1 });
  expect(await attempt(page, 'updateProjectPinned', c, false)).toBe(true);
  expect(await attempt(page, 'updateProjectPinned', b, true)).toBe(true);
  expect(await places()).toEqual({ A: 2, B: 3, C: 0 });
  expect(await attempt(page, 'updateProjectPinned', 'nobody', true)).toBe(false);
  expect(await attempt(page, 'updateProjectPinned', a, 'yes')).toEqual(
    badInput('isPinned must be true or false.'),
  );
  expect(await attempt(page, 'getPinnedProjects')).toMatchObject([
    { name: 'A' },
    { name: 'B', isPinned: true },
  ]);
});

test('a reorder is all or nothing; pinned projects that it leaves out follow in their order', async ({
  page,
}) => {
  await open(page);
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await createProject(page, name));
  const [a = '', b = '', c = '', d = '', unpinned = ''] = ids;
  for (const id of [a, b, c, d]) await attempt(page, 'updateProjectPinned', id, true);
  const order = () =>
    page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name).join(''));

  expect(await attempt(page, 'reorderPinnedProjects', [d, b])).toMatchObject([
    { name: 'D', pinOrder: 1 },
    { name: 'B', pinOrder: 2 },
    { name: 'A', pinOrder: 3 },
    { name: 'C', pinOrder: 4 },
  ]);
  for (const wrong of [[a, 'nobody'], [a, unpinned], [a, b, a], 'abc', [1]]) {
    expect(await attempt(page, 'reorderPinnedProjects', wrong)).toEqual(badInput());
    expect(await order()).toBe('DBAC');
  }
});
