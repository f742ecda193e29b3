import type { Five, Rollout, RolloutLine } from './codex-rollouts';

type Count = Extract<RolloutLine, { kind: 'count' }>;

interface Row {
  pair: string;
  /** The prompt and completion tokens that the row adds if it counts. */
  tokens: number;
  isSkippedByStructure: boolean;
}

/**
 * A plain implementation of the format's rules over all files at once. For each file, ancestors and longer files
 * first, the longest common prefix with a file of its family is inherited. Returns the tokens that count.
 */
export function countTokens(rollouts: readonly Rollout[]): number {
  const byId = new Map(rollouts.map((rollout) => [rollout.id, rollout]));
  const parents = new Map<string, string>();
  for (const { lines } of rollouts) {
    for (const line of lines) {
      if (line.kind === 'meta' && line.parent !== null) parents.set(line.id, line.parent);
    }
  }
  const root = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : root(parent);
  };
  const depth = (id: string): number => {
    const parent = parents.get(id);
    return parent === undefined ? 0 : 1 + depth(parent);
  };

  const ordered = [...byId.values()]
    .map((rollout) => ({ id: rollout.id, family: root(rollout.id), rows: readRows(rollout.lines) }))
    .sort((a, b) => depth(a.id) - depth(b.id) || b.rows.length - a.rows.length);

  let tokens = 0;
  for (const [index, file] of ordered.entries()) {
    const earlier = ordered.slice(0, index).filter((other) => other.family === file.family);
    for (const [place, row] of file.rows.entries()) {
      const isInherited = earlier.some(
        (other) =>
          commonPrefix(file.rows, other.rows) > place && other.rows[place]?.isSkippedByStructure === false,
      );
      if (!isInherited && !row.isSkippedByStructure) tokens += row.tokens;
    }
  }
  return tokens;
}

function commonPrefix(a: readonly Row[], b: readonly Row[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]?.pair === b[length]?.pair) length += 1;
  return length;
}

function readRows(lines: readonly RolloutLine[]): Row[] {
  const [first, second] = lines;
  const isFork =
    first?.kind === 'meta' &&
    second?.kind === 'meta' &&
    first.parentField === 'forked_from_id' &&
    first.parent === second.id;
  const boundary = lines.findIndex((line) => line.kind === 'task' && line.startedAt === line.second);

  const rows: Row[] = [];
  let baseline = [0, 0, 0, 0, 0];
  let previous: string | null = null;
  for (const [place, line] of lines.entries()) {
    if (line.kind !== 'count') continue;
    rows.push({
      pair: JSON.stringify([line.total, line.last]),
      tokens: valueOf(line, baseline, previous),
      isSkippedByStructure: isFork && (boundary === -1 || place < boundary),
    });
    if (line.total === null) continue;
    const total: Five = line.total;
    const isZero = total.every((value) => value === 0);
    baseline = isZero ? [0, 0, 0, 0, 0] : baseline.map((value, index) => Math.max(value, total[index] ?? 0));
    previous = JSON.stringify(total);
  }
  return rows;
}

function valueOf({ total, last }: Count, baseline: readonly number[], previous: string | null): number {
  if (total !== null && JSON.stringify(total) === previous) return 0;
  if (last !== null) return last[0] + last[2];
  if (total === null) return 0;
  return Math.max(0, total[0] - baseline[0]!) + Math.max(0, total[2] - baseline[2]!);
}
