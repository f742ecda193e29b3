import { problemKey } from '../../../src/lib/model/problem';
import { expect, it } from 'vitest';
import type { PlanLimits } from '../../../src/lib/model/plan-limits';
import { read } from '../../../src/lib/sources/codex-cli/read';
import { sharedData } from '../shared-data';
import { inChunks } from './chunks';
import { testNow } from './read-source';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const minute = 60_000;
const at = Date.UTC(2026, 10, 15, 9);
const iso = (time: number) => new Date(time).toISOString();
const meta = (payload: object = {}) => ({
  timestamp: iso(at),
  type: 'session_meta',
  payload: { id: 's', cwd: '/p', ...payload },
});
const usage = { input_tokens: 5, cached_input_tokens: 0, output_tokens: 1, reasoning_output_tokens: 0 };
/** A count of tokens, or a record without one. */
const count = (minutes: number, rate_limits: unknown, info: unknown = null) => ({
  timestamp: iso(at + minutes * minute),
  type: 'event_msg',
  payload: { type: 'token_count', info, rate_limits },
});

async function limitsOf(...records: object[]): Promise<PlanLimits[]> {
  return (
    await readBytes(new TextEncoder().encode(records.map((each) => `${JSON.stringify(each)}\n`).join('')))
  ).limits;
}

async function readBytes(bytes: Uint8Array) {
  const found = { limits: [] as PlanLimits[], events: 0 };
  await read(
    inChunks([bytes]),
    {
      event: () => (found.events += 1),
      session: () => undefined,
      problem: (reason) => expect.unreachable(problemKey(reason)),
      planLimits: (each) => found.limits.push(each),
    },
    { now: testNow },
  );
  return found;
}

const reset = at / 1000 + 3600;

it('reads the newest limits of a session, with and without a count of tokens', async () => {
  const info = { total_token_usage: usage, last_token_usage: usage };
  const primary = { used_percent: 12.5, window_minutes: 300, resets_at: reset };
  const secondary = { used_percent: 3, window_minutes: 10_080, resets_at: reset + 86_400 };
  const limits = [
    { usedPercent: 12.5, windowMinutes: 300, resetsAt: reset * 1000 },
    { usedPercent: 3, windowMinutes: 10_080, resetsAt: (reset + 86_400) * 1000 },
  ];
  const both = { primary, secondary, credits: null, plan_type: 'plus' };
  const first = count(1, { primary: { ...primary, used_percent: 1 }, secondary: null });
  expect(await limitsOf(meta(), first, count(2, both, info))).toEqual([
    { recordedAt: at + 2 * minute, limits },
  ]);
  expect(await limitsOf(meta(), count(2, both, info), count(3, null, info))).toEqual([
    { recordedAt: at + 2 * minute, limits },
  ]);
  // The order of the lines does not count, but that of the times.
  expect(await limitsOf(meta(), count(2, both), first)).toEqual([{ recordedAt: at + 2 * minute, limits }]);
  expect(await limitsOf(meta(), count(2, { primary: secondary, secondary: primary }))).toEqual([
    { recordedAt: at + 2 * minute, limits },
  ]);
});

it('reads what older versions wrote: the seconds that are left', async () => {
  const primary = { used_percent: 50, window_minutes: 299, resets_in_seconds: 600 };
  expect(await limitsOf(meta(), count(1, { primary }))).toEqual([
    {
      recordedAt: at + minute,
      limits: [{ usedPercent: 50, windowMinutes: 299, resetsAt: at + 11 * minute }],
    },
  ]);
});

it('ignores the limits of single models, and rows that a fork repeats from its parent', async () => {
  const limits = { primary: { used_percent: 90, window_minutes: 300, resets_at: reset } };
  expect(await limitsOf(meta(), count(1, { ...limits, limit_id: 'codex_other' }))).toEqual([]);
  expect(await limitsOf(meta(), count(1, { ...limits, limit_id: 'codex' }))).toHaveLength(1);
  const fork = meta({ id: 'fork', forked_from_id: 's' });
  expect(await limitsOf(fork, meta(), count(1, limits))).toEqual([]);
});

it.each<[string, unknown]>([
  ['nothing', null],
  ['an empty object', {}],
  ['texts', { primary: { used_percent: '12', window_minutes: 300 } }],
  ['less than nothing', { primary: { used_percent: -1, window_minutes: 300 } }],
  ['no numbers', { primary: { used_percent: 1e308, window_minutes: 300 } }],
  ['a list', [{ used_percent: 1 }]],
])('reads no limits from %s', async (_what, limits) => {
  expect(await limitsOf(meta(), count(1, limits))).toEqual([]);
});

it('takes no reset and no length from impossible values', async () => {
  const primary = { used_percent: 7, window_minutes: 1e9, resets_at: 1e15 };
  expect(await limitsOf(meta(), count(1, { primary }))).toEqual([
    { recordedAt: at + minute, limits: [{ usedPercent: 7, windowMinutes: null, resetsAt: null }] },
  ]);
});

const sessions = sharedData('sessions');
it.skipIf(sessions === null)('adds limits to a real log without changing its usage', async () => {
  const bytes = readFileSync(join(sessions!, 'codex.jsonl'));
  const plain = await readBytes(bytes);
  expect(plain.limits).toEqual([]);
  // The version of this log recorded none, so what later ones write is put into its records.
  const limits = `"rate_limits":{"limit_id":"codex","primary":{"used_percent":42.0,"window_minutes":300,"resets_at":1758300000},"secondary":null}`;
  const text = new TextDecoder()
    .decode(bytes)
    .replaceAll('"type":"token_count",', `"type":"token_count",${limits},`);
  const changed = await readBytes(new TextEncoder().encode(text));
  expect(changed.events).toBe(plain.events);
  expect(changed.limits).toMatchObject([
    { limits: [{ usedPercent: 42, windowMinutes: 300, resetsAt: 1_758_300_000_000 }] },
  ]);
});
