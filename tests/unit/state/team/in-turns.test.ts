import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamMonth, TeamRow } from '../../../../src/lib/model/team';
import { inTurns } from '../../../../src/lib/state/team/in-turns';

const month = (rows: number, deviceId = ''): TeamMonth => ({
  ...{ projectId: 'shop', month: '2026-11', memberId: 'UANNA', deviceId },
  rows: Array.from<TeamRow>({ length: rows }),
});
const sizes = (turns: readonly TeamMonth[][]) => turns.map((turn) => turn.map(({ rows }) => rows.length));

describe('months that the database stores in turns', () => {
  it('fill each turn, and a large month has its own', () => {
    expect(
      sizes(
        inTurns(
          [40, 60, 1, 500, 99, 0, 1].map((rows) => month(rows)),
          100,
        ),
      ),
    ).toEqual([[40, 60], [1], [500], [99, 0, 1]]);
  });

  it('are one turn if there are none, which stores the cursor', () => {
    expect(inTurns([], 100)).toEqual([[]]);
  });

  it('all come, once, in their order, and no turn could take the first month of the next', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), (rows) => {
        const months = rows.map((count, index) => month(count, `${index}`));
        const turns = inTurns(months, 50);
        expect(turns.flat()).toEqual(months);
        const sums = sizes(turns).map((turn) => turn.reduce((sum, count) => sum + count, 0));
        for (const [index, turn] of turns.entries()) {
          if (turn.length > 1) expect(sums[index]).toBeLessThanOrEqual(50);
          const next = turns[index + 1]?.[0];
          if (next !== undefined) expect((sums[index] ?? 0) + next.rows.length).toBeGreaterThan(50);
        }
      }),
    );
  });
});
