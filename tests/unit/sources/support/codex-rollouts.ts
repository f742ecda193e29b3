import fc from 'fast-check';

/** Usage as five numbers: input, cached, output, reasoning, total. */
export type Five = readonly [number, number, number, number, number];

export type RolloutLine =
  | { kind: 'meta'; id: string; parent: string | null; parentField: 'forked_from_id' | 'parent_thread_id' }
  | { kind: 'count'; total: Five | null; last: Five | null; second: number }
  | { kind: 'heartbeat'; second: number }
  | { kind: 'task'; startedAt: number; second: number };

export interface Rollout {
  id: string;
  lines: RolloutLine[];
}

const base = Date.UTC(2026, 5, 1) / 1000;

export function writeRollout({ lines }: Rollout): string {
  return lines.map((line) => `${JSON.stringify(toRecord(line))}\n`).join('');
}

function toRecord(line: RolloutLine): object {
  const record = (second: number, type: string, payload: object) => ({
    timestamp: new Date((base + second) * 1000).toISOString(),
    type,
    payload,
  });
  if (line.kind === 'meta') {
    const parent = line.parent === null ? {} : { [line.parentField]: line.parent };
    return record(0, 'session_meta', { id: line.id, cwd: '/home/ada/engine', ...parent });
  }
  if (line.kind === 'task')
    return record(line.second, 'event_msg', { type: 'task_started', started_at: base + line.startedAt });
  const limit = { used_percent: line.second / 2, window_minutes: 300, resets_at: base + line.second + 60 };
  const rate_limits = { limit_id: 'codex', primary: limit, secondary: null, plan_type: 'plus' };
  if (line.kind === 'heartbeat')
    return record(line.second, 'event_msg', { type: 'token_count', info: null, rate_limits });
  const info = { total_token_usage: toUsage(line.total), last_token_usage: toUsage(line.last) };
  return record(line.second, 'event_msg', { type: 'token_count', info });
}

function toUsage(five: Five | null): object | null {
  if (five === null) return null;
  const [input, cached, output, reasoning, total] = five;
  return {
    input_tokens: input,
    cached_input_tokens: cached,
    output_tokens: output,
    reasoning_output_tokens: reasoning,
    total_tokens: total,
  };
}

/** How one session of a family is generated. Indices are taken modulo the number of choices. */
interface SessionPlan {
  parent: number;
  kind: 'structure' | 'content' | 'subagent';
  /** How many tenths of the parent's lines are copied. */
  copied: number;
  steps: { size: number; kind: 'both' | 'total' | 'last' | 'repeat' | 'heartbeat' | 'zero' }[];
}

const plan: fc.Arbitrary<SessionPlan> = fc.record({
  parent: fc.nat(20),
  kind: fc.constantFrom('structure', 'content', 'subagent'),
  copied: fc.nat(10),
  steps: fc.array(
    fc.record({
      size: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('both', 'both', 'both', 'total', 'last', 'repeat', 'heartbeat', 'zero'),
    }),
    { maxLength: 6 },
  ),
});

/**
 * Several families of sessions. Different families are unrelated but contain equal numbers; within a family, own
 * steps differ.
 */
export const families: fc.Arbitrary<Rollout[]> = fc
  .array(fc.array(plan, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((all) => all.flatMap((plans, family) => makeFamily(plans, `family-${family}`)));

function makeFamily(plans: readonly SessionPlan[], name: string): Rollout[] {
  const rollouts: Rollout[] = [];
  let second = 10;
  let unique = 0;
  for (const [index, { parent, kind, copied, steps }] of plans.entries()) {
    const id = `${name}-session-${index}`;
    const origin = index === 0 ? null : rollouts[parent % index]!;
    second += 10;
    const lines: RolloutLine[] = [
      {
        kind: 'meta',
        id,
        parent: origin?.id ?? null,
        parentField: kind === 'subagent' ? 'parent_thread_id' : 'forked_from_id',
      },
    ];
    if (origin !== null && kind !== 'subagent') {
      // A structural replay copies the parent's file from its first line; the other kind copies only its tasks and
      // counts.
      const copy = origin.lines.slice(0, 1 + Math.floor(((origin.lines.length - 1) * copied) / 10));
      for (const line of copy) {
        if (line.kind === 'meta') {
          if (kind === 'structure') lines.push(line);
        } else lines.push({ ...line, second });
      }
    }
    second += 1;
    lines.push({ kind: 'task', startedAt: second, second });
    const sum = lastTotal(lines);
    for (const step of steps) {
      second += 1;
      unique += 10;
      const [input, output] = [unique * step.size, unique + 1];
      const last: Five = [input, step.size, output, step.size, input + output];
      if (step.kind === 'heartbeat') lines.push({ kind: 'heartbeat', second });
      else if (step.kind === 'zero') {
        sum.fill(0);
        lines.push({ kind: 'count', total: [0, 0, 0, 0, 0], last: null, second });
      } else if (step.kind === 'repeat') {
        const previous = lines.findLast((line) => line.kind === 'count');
        if (previous !== undefined) lines.push({ ...previous, second });
      } else {
        for (const [place, value] of last.entries()) sum[place]! += value;
        const total = [...sum] as unknown as Five;
        lines.push({
          kind: 'count',
          total: step.kind === 'last' ? null : total,
          last: step.kind === 'total' ? null : last,
          second,
        });
      }
    }
    rollouts.push({ id, lines });
  }
  return rollouts;
}

function lastTotal(lines: readonly RolloutLine[]): number[] {
  const line = lines.findLast((candidate) => candidate.kind === 'count' && candidate.total !== null);
  return line?.kind === 'count' && line.total !== null ? [...line.total] : [0, 0, 0, 0, 0];
}
