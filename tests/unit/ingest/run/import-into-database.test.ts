import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { fillSampleDatabase } from '../../../../src/lib/ingest/sample/sample-data';
import { sampleProjects } from '../../../../src/lib/ingest/sample/sample-usage';
import { testNow } from '../../database/open';
import { sharedData } from '../../shared-data';
import { filesOf, inPlace, openTarget } from './database-target';

const folder = sharedData('claude-code');
if (folder === null) console.warn('Skipped: the folder of real Claude Code logs is not here.');

describe.skipIf(folder === null).each([
  ['dk', 199, 4_331_528, '2025-09'],
  ['moredip', 25, 414_031, '2026-01'],
  ['rand', 902, 65_462_857, '2026-02'],
])('the real logs of %s in the database', (name, responses, total, month) => {
  it('have the totals of other trackers, and a second import adds nothing', async () => {
    const { target, commands } = await openTarget();
    const files = await filesOf(join(folder ?? '', name));
    const summary = await importFiles(target, files, inPlace);
    expect(summary).toMatchObject({ source: 'claude-code', eventsAdded: responses });
    const stats = commands.getAllUsageStats(month);
    expect(stats.global).toMatchObject({ eventCount: responses, totalTokens: total });

    const reversed = await importFiles(target, files.toReversed(), inPlace);
    expect(reversed).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });
    expect(commands.getAllUsageStats(month)).toEqual(stats);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  });
});

describe('sample data in the database', () => {
  it('has six named projects, two of them pinned, and exists once', async () => {
    const { target, commands } = await openTarget();
    await fillSampleDatabase(target, testNow);
    await fillSampleDatabase(target, testNow);
    const projects = commands.getProjects();
    expect(projects.map(({ name }) => name).sort()).toEqual(sampleProjects.map(({ name }) => name).sort());
    expect(commands.getPinnedProjects()).toHaveLength(2);
    expect(commands.getImports()).toMatchObject([{ status: 'finished' }]);
    expect(commands.getGlobalUsageStats('2026-10').eventCount).toBeGreaterThan(400);
    expect(commands.checkIntegrity().ok).toBe(true);
  });
});
