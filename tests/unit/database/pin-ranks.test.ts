import { expect, it } from 'vitest';
import { newRanks } from '../../../src/lib/database/projects/pin-ranks';

const pins = (...ranks: (number | null)[]) => ranks.map((pinRank, index) => ({ id: `p${index}`, pinRank }));

it.each([
  ['nothing where they rise already', pins(1, 2, 9), []],
  ['the new ones at the end', pins(10, null), [['p1', 1_048_586]]],
  ['only the one that was moved forwards', pins(40, 10, 20, 30), [['p0', 10 - 1_048_576]]],
  ['only the one that was moved backwards', pins(20, 30, 10, 40), [['p2', 35]]],
  [
    'several between two',
    pins(10, null, null, 20),
    [
      ['p1', 15],
      ['p2', 17],
    ],
  ],
  [
    'all where no room is left',
    pins(1, null, 2),
    [
      ['p0', 1_048_576],
      ['p1', 2_097_152],
      ['p2', 3_145_728],
    ],
  ],
  ['nothing where nothing is pinned', pins(), []],
])('changes %s', (_what, given, expected) => {
  expect([...newRanks(given)]).toEqual(expected);
});
