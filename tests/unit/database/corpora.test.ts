import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { sharedData } from '../shared-data';
import { readSource } from '../sources/read-source';
import { openTestDatabase } from './open';
import { importBatches, type TestBatch } from './samples';

const corpora = {
  // Totals and folders on which two other trackers agree. A folder inside the session's first one belongs to the same
  // project.
  dk: {
    month: '2025-09',
    cost: 2_818_423_350,
    total: 4_331_528,
    responses: 199,
    folders: [2_086_850, 1_454_264, 790_414],
  },
  moredip: { month: '2026-01', cost: 479_741_500, total: 414_031, responses: 25, folders: [350_308, 63_723] },
  rand: {
    month: '2026-02',
    cost: 43_604_872_800,
    total: 65_462_857,
    responses: 902,
    folders: [63_305_688, 2_157_169],
  },
};

describe.each(Object.entries(corpora))('the real logs of %s, if available', (name, expected) => {
  const folder = sharedData(`claude-code/${name}`);

  it.skipIf(folder === null)(
    'give the documented totals from the database, and nothing new the second time',
    async () => {
      const batches: TestBatch[] = [];
      for (const file of readdirSync(folder!, { recursive: true, encoding: 'utf8' })) {
        if (file.endsWith('.jsonl'))
          batches.push(await readSource(claudeCode, [readFileSync(join(folder!, file))]));
      }
      const { commands } = await openTestDatabase();
      expect(importBatches(commands, 'first', batches).summary.eventsAdded).toBe(expected.responses);
      const { global, projects } = commands.getAllUsageStats(expected.month);
      expect(global).toMatchObject({
        totalTokens: expected.total,
        eventCount: expected.responses,
        costNanoUsd: expected.cost,
        unpricedTokens: 0,
      });
      const byKind = Object.values(global.costNanoUsdByKind);
      expect(byKind.reduce((sum, each) => sum + each, 0)).toBe(expected.cost);
      expect(global.costNanoUsdByKind.undivided).toBe(0);
      expect(projects.reduce((sum, project) => sum + project.costNanoUsd, 0)).toBe(expected.cost);
      expect(projects.reduce((sum, project) => sum + project.totalTokens, 0)).toBe(expected.total);
      const range = { from: '2020-01-01', to: '2099-12-31' };
      expect(commands.getUsageTotals(range, 'path').map((row) => row.totalTokens)).toEqual(expected.folders);

      expect(importBatches(commands, 'second', batches.toReversed()).summary).toMatchObject({
        eventsAdded: 0,
        eventsReplaced: 0,
      });
      expect(commands.getAllUsageStats(expected.month).global).toEqual(global);
      expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
    },
  );
});
