import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../budget';
import { withTotals } from '../../../src/lib/model/tokens';
import { codexCli } from '../../../src/lib/sources/codex-cli';
import { countTokens } from './support/codex-reference';
import { families, writeRollout, type Rollout } from './support/codex-rollouts';
import { FamiliesStore } from './support/families-store';

/** Which files are there, how far they are written, and in which order they are imported; some twice. */
const circumstances = fc.record({
  rollouts: families,
  kept: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 18, maxLength: 18 }),
  order: fc.array(fc.nat(1000), { minLength: 36, maxLength: 36 }),
});

async function importAll(rollouts: readonly Rollout[]): Promise<FamiliesStore> {
  const store = new FamiliesStore();
  for (const rollout of rollouts) await store.import(codexCli, writeRollout(rollout));
  return store;
}

function sum(store: FamiliesStore): number {
  return [...store.events.values()].reduce((total, event) => total + withTotals(event).totalTokens, 0);
}

function contents(store: FamiliesStore): unknown[] {
  return [...store.events.values()]
    .map(({ dedupeKey, occurredAt, inputTokens, outputTokens }) => [
      dedupeKey,
      occurredAt,
      inputTokens,
      outputTokens,
    ])
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

describe('Codex families', () => {
  it('count the same as all files read at once, for any files in any order', async () => {
    await fc.assert(
      fc.asyncProperty(circumstances, async ({ rollouts, kept, order }) => {
        // 0 omits the file, 1 to 9 truncate it, and the rest leave it complete.
        const there = rollouts.flatMap(({ id, lines }, index) => {
          const part = kept[index] ?? 12;
          if (part === 0) return [];
          return [{ id, lines: part > 9 ? lines : lines.slice(0, Math.ceil((lines.length * part) / 10)) }];
        });
        const shuffled = [...there, ...there.filter((_, index) => index % 2 === 0)]
          .map((rollout, index) => ({ rollout, rank: order[index] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ rollout }) => rollout);

        const inOrder = await importAll(there);
        const inDisorder = await importAll(shuffled);
        expect(sum(inDisorder)).toBe(countTokens(there));
        expect(contents(inDisorder)).toEqual(contents(inOrder));
      }),
      { numRuns: rounds(100, 300) },
    );
  }, 60_000);
});
