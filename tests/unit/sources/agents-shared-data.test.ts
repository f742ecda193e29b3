import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTotals } from '../../../src/lib/model/tokens';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { FileHead } from '../../../src/lib/sources/reading/head';
import { detectSource } from '../../../src/lib/sources/registry';
import { sharedData } from '../shared-data';
import { readSource } from './read-source';

const folder = sharedData('more');

/**
 * Expected values computed without any tracker: calls; input, cache read, cache write, output; month; project; cost
 * in dollars.
 */
const truths = [
  {
    name: 'pi',
    source: 'pi',
    calls: 439,
    tokens: [1049, 43_229_469, 4_296_232, 83_156],
    month: '2025-11',
    project: '/Users/u/workspaces/pi-mono',
    cost: 30.330198,
  },
  {
    name: 'openclaw',
    source: 'pi',
    calls: 229,
    tokens: [2_689_568, 6_779_884, 75_407, 51_111],
    month: '2026-02',
    project: '/home/u/.openclaw/workspace',
  },
  {
    name: 'kimi-code',
    source: 'kimi-code',
    calls: 26,
    tokens: [43_079, 689_920, 0, 5845],
    month: '2026-08',
    project: '/private/tmp/as-agent-lab/kimi/project',
  },
  {
    name: 'cline-cli',
    source: 'cline-cli',
    calls: 16,
    tokens: [95_819, 534_435, 0, 4395],
    month: '2026-07',
    project: '/Users/example/dev/cline',
    cost: 2.036023,
  },
  { name: 'cline', source: 'cline', calls: 3, tokens: [750, 110, 70, 800], month: '2025-02', cost: 0.006 },
  { name: 'amp', source: 'amp', calls: 4, tokens: [1000, 0, 0, 965], month: '2025-02' },
  {
    name: 'qwen-code',
    source: 'qwen-code',
    calls: 2,
    tokens: [1050, 50, 0, 25],
    month: '2026-06',
    project: '/tmp/qwentest',
  },
  { name: 'grok-build', source: 'grok-build', calls: 0, tokens: [0, 0, 0, 0] },
  {
    name: 'mistral-vibe',
    source: 'mistral-vibe',
    calls: 2,
    tokens: [300, 0, 0, 150],
    month: '2026-06',
    project: '/home/user/projects/myapp',
  },
];

/** Reads everything in the folder as often as asked, alternating the order. */
async function readAll(name: string, times: number) {
  const root = `${folder}/${name}`;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, file))
    .filter((file) => statSync(file).isFile());
  const best = new BestRecords();
  const found = new Set<string>();
  const folders = new Map<string, string>();
  for (let time = 0; time < times; time += 1) {
    for (const path of time % 2 === 0 ? files : files.toReversed()) {
      const bytes = new Uint8Array(readFileSync(path));
      const source = detectSource(FileHead.of(bytes.subarray(0, 65_536), path));
      if (source === null) continue;
      found.add(source.id);
      const { events, sessions } = await readSource(source, [bytes], { path });
      for (const event of events) best.add(event);
      for (const { sessionId, beganIn } of sessions) folders.set(sessionId, beganIn);
    }
  }
  return { events: [...best] as SourceUsageEvent[], found: [...found], folders };
}

describe.skipIf(folder === null)('agents’ logs next to the repository (skipped if absent)', () => {
  it.each(truths.flatMap((truth) => [1, 2].map((times) => ({ ...truth, times }))))(
    '$name has its totals, imported $times time(s)',
    async ({ name, source, calls, tokens, month, project, cost, times }) => {
      const { events, found, folders } = await readAll(name, times);
      expect(found).toEqual([source]);
      expect(events).toHaveLength(calls);
      const sum = (of: (event: SourceUsageEvent) => number): number =>
        events.reduce((total, event) => total + of(event), 0);
      expect([
        sum((event) => event.inputTokens),
        sum((event) => event.cacheReadTokens),
        sum((event) => event.cacheWrite5mTokens),
        sum((event) => event.outputTokens),
      ]).toEqual(tokens);
      expect(sum((event) => withTotals(event).totalTokens)).toBe(tokens.reduce((a, b) => a + b, 0));
      expect(new Set(events.map(({ occurredAt }) => new Date(occurredAt).toISOString().slice(0, 7)))).toEqual(
        new Set(month === undefined ? [] : [month]),
      );
      // The folder may be named by a file next to the log.
      const projects = events.map(({ path, sessionId }) => path ?? folders.get(sessionId ?? ''));
      if (calls > 0) expect(new Set(projects)).toEqual(new Set([project]));
      if (cost !== undefined)
        expect(sum((event) => event.recordedCostNanoUsd ?? 0) / 1e9).toBeCloseTo(cost, 6);
    },
  );
});
