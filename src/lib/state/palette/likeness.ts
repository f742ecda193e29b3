/**
 * How alike a typed word and the meant one are: 1 for the same, 0 if they aren't a misspelling of each other. One letter
 * may be missing, added, wrong or swapped with its neighbour; two from eight letters on. Short words must be exact,
 * because too many others are one letter away.
 */
export function likeness(typed: string, meant: string): number {
  const longest = Math.max(typed.length, meant.length);
  const most = longest < 4 ? 0 : longest < 8 ? 1 : 2;
  if (Math.abs(typed.length - meant.length) > most) return 0;
  const wrong = distance(typed, meant);
  return wrong > most ? 0 : 1 - wrong / (longest + 1);
}

/** The number of such changes (Damerau and Levenshtein, each pair of letters swapped at most once). */
function distance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isSwapped) least = Math.min(least, at(before, column - 2) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return at(last, other.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;
