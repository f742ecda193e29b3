import type { TeamMonth } from '../../model/team';

/**
 * Divides months for the database, which answers nothing else while it stores a part. Their order stays, and no month is
 * divided. At least one part, so that a cursor without months is stored too.
 * @param mostRows of a part, unless a single month has more
 */
export function inTurns(months: readonly TeamMonth[], mostRows: number): TeamMonth[][] {
  const turns: TeamMonth[][] = [[]];
  let rows = 0;
  for (const month of months) {
    const turn = turns.at(-1) ?? [];
    rows += month.rows.length;
    if (turn.length === 0 || rows <= mostRows) turn.push(month);
    else {
      turns.push([month]);
      rows = month.rows.length;
    }
  }
  return turns;
}
