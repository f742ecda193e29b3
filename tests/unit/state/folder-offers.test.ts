import { expect, test } from 'vitest';
import { FolderOffers } from '../../../src/lib/state/mapping/folder-offers.svelte';

test('a folder that is disconnected while it is being read offers nothing more', () => {
  const offers = new FolderOffers();
  offers.forgetFolder('gone');
  const file = new File(['a,b\n1,2\n'], 'calls.csv');
  offers.add({
    folder: 'gone',
    path: 'usage/calls.csv',
    chosen: { file, path: 'usage/calls.csv' },
    columns: ['a', 'b'],
  });
  expect(offers.list).toEqual([]);
});
