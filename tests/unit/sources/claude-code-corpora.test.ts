import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addTokens, noTokens, withTotals } from '../../../src/lib/model/tokens';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { sharedData } from '../shared-data';
import { readSource } from './read-source';
import { FileHead } from '../../../src/lib/sources/reading/head';

const folder = sharedData('claude-code');
if (folder === null) console.warn('Skipped: the folder of real Claude Code logs is not here.');

interface Corpus {
  responses: number;
  input: number;
  output: number;
  cacheWrite: number;
  cacheRead: number;
  total: number;
  byMonthAndFolder: Record<string, number>;
  withPlaceholders: number;
}

/** Values on which two independent trackers agree. Keys are the UTC month and the end of the working directory. */
const corpora: Record<string, Corpus> = {
  dk: {
    responses: 199,
    input: 1_240,
    output: 56_535,
    cacheWrite: 198_421,
    cacheRead: 4_075_332,
    total: 4_331_528,
    byMonthAndFolder: {
      '2025-09 Demo/todo-app': 2_086_850,
      '2025-09 Demo': 1_454_264,
      '2025-09 Demo/todo-app/types': 790_414,
    },
    withPlaceholders: 0,
  },
  moredip: {
    responses: 25,
    input: 110,
    output: 63,
    cacheWrite: 90_614,
    cacheRead: 323_244,
    total: 414_031,
    byMonthAndFolder: {
      '2026-01 tmp/claude-code-sessions': 350_308,
      '2026-01 git/moredip/session-share': 63_723,
    },
    withPlaceholders: 25,
  },
  rand: {
    responses: 902,
    input: 7_746,
    output: 6_067,
    cacheWrite: 5_343_320,
    cacheRead: 60_105_724,
    total: 65_462_857,
    byMonthAndFolder: {
      '2026-02 claude-history': 63_305_688,
      '2026-02 claude-history/src': 2_157_169,
    },
    withPlaceholders: 901,
  },
};

describe.skipIf(folder === null).each(Object.entries(corpora))('the real logs of %s', (name, expected) => {
  let events: SourceUsageEvent[] = [];
  const problems: unknown[] = [];

  beforeAll(async () => {
    const root = join(folder ?? '', name);
    const best = new BestRecords();
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      if (bytes.length === 0) continue;
      expect(claudeCode.detect?.(FileHead.of(bytes.subarray(0, 65_536), entry.name))).toBe(true);
      const reading = await readSource(claudeCode, [new Uint8Array(bytes)]);
      for (const event of reading.events) best.add(event);
      problems.push(...reading.problems);
    }
    events = [...best];
  });

  it('have exactly the totals of other trackers', () => {
    const sum = withTotals(events.reduce((total, event) => addTokens(total, event), noTokens));
    expect(events.length).toBe(expected.responses);
    expect(sum.inputTokens).toBe(expected.input);
    expect(sum.outputTokens).toBe(expected.output);
    expect(sum.cacheWrite5mTokens + sum.cacheWrite1hTokens).toBe(expected.cacheWrite);
    expect(sum.cacheReadTokens).toBe(expected.cacheRead);
    expect(sum.totalTokens).toBe(expected.total);
  });

  it('have the same totals by month and working directory', () => {
    const totals: Record<string, number> = {};
    for (const event of events) {
      const month = new Date(event.occurredAt).toISOString().slice(0, 7);
      const suffix = Object.keys(expected.byMonthAndFolder)
        .filter((key) => key.startsWith(month) && event.path?.endsWith(`/${key.slice(8)}`) === true)
        .sort((a, b) => b.length - a.length)[0];
      const key = suffix ?? `${month} ${event.path}`;
      totals[key] = (totals[key] ?? 0) + withTotals(event).totalTokens;
    }
    expect(totals).toEqual(expected.byMonthAndFolder);
  });

  it('contain no problem, and flag placeholder outputs', () => {
    expect(problems).toEqual([]);
    expect(events.filter((event) => !event.isOutputFinal).length).toBe(expected.withPlaceholders);
  });
});
