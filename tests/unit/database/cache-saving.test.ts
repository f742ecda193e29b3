import { expect, it } from 'vitest';
import { openTestDatabase, testNow } from './open';
import { importBatches, sourceEvent } from './samples';

const november = { from: '2026-11-01', to: '2026-11-30' };
const million = 1_000_000;
const cached = (changes: Parameters<typeof sourceEvent>[0]) =>
  sourceEvent({
    ...{ inputTokens: 0, outputTokens: 0, reasoningTokens: 0 },
    ...{ cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0 },
    ...changes,
  });

/** claude-sonnet-4-5: 3 dollars per million of input, 0.30 read, 3.75 and 6 written. */
it('is the extra cost that cached tokens would have had as input', async () => {
  const { commands } = await openTestDatabase();
  expect(commands.getCacheSaving(november, 'day')).toBeNull();
  importBatches(commands, 'i', [
    {
      events: [
        cached({ dedupeKey: 'test:r', cacheReadTokens: 10 * million }),
        cached({ dedupeKey: 'test:w', cacheWrite5mTokens: million }),
        cached({ dedupeKey: 'test:h', cacheWrite1hTokens: million }),
        cached({ dedupeKey: 'test:i', inputTokens: 5 * million }),
        cached({ dedupeKey: 'test:l', llmMode: 'local', cacheReadTokens: million }),
      ],
    },
  ]);
  const saved = { savedNanoUsd: 27_000_000_000 - 750_000_000 - 3_000_000_000, unpricedTokens: 0 };
  expect(commands.getCacheSaving(november, 'day')).toEqual(saved);
  expect(commands.getCacheSaving(november, 'month')).toEqual(saved);
  expect(commands.getCacheSaving({ ...november, source: 'none' }, 'month')).toBeNull();
});

it('reports unpriced tokens, and counts nothing for a free model', async () => {
  const { commands } = await openTestDatabase();
  importBatches(commands, 'i', [
    {
      events: [
        cached({ dedupeKey: 'test:u', model: 'no-such-model', cacheReadTokens: 7 }),
        cached({ dedupeKey: 'test:f', model: 'mine', cacheReadTokens: 9 }),
      ],
    },
  ]);
  commands.savePriceChoice('mine', { kind: 'free' }, testNow);
  expect(commands.getCacheSaving(november, 'month')).toEqual({ savedNanoUsd: 0, unpricedTokens: 7 });
});
