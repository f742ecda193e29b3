import { sharedData } from '../unit/shared-data';
import { expect, test } from './support/app';
import { open, totalsByProject } from './support/tokentab';

const folder = sharedData('claude-code');

/**
 * Values on which two independent trackers agree. By our rule, the subfolders of a session belong to the project in
 * which it began, so Demo includes Demo/todo-app and Demo/todo-app/types. The project's page lists the folders.
 */
const corpora = [
  {
    name: 'dk',
    month: '2025-09',
    events: 199,
    projects: { Demo: 4_331_528 },
    folders: {
      '/path/to/Demo': 1_454_264,
      '/path/to/Demo/todo-app': 2_086_850,
      '/path/to/Demo/todo-app/types': 790_414,
    },
    global: { inputTokens: 1_240, outputTokens: 56_535, cacheReadTokens: 4_075_332 },
    cacheWrite: 198_421,
  },
  {
    name: 'moredip',
    month: '2026-01',
    events: 25,
    projects: { 'claude-code-sessions': 350_308, 'session-share': 63_723 },
    folders: {},
    global: { inputTokens: 110, outputTokens: 63, cacheReadTokens: 323_244 },
    cacheWrite: 90_614,
  },
  {
    name: 'rand',
    month: '2026-02',
    events: 902,
    projects: { 'claude-history': 65_462_857 },
    folders: {
      '/Users/randlee/Documents/github/claude-history': 63_305_688,
      '/Users/randlee/Documents/github/claude-history/src': 2_157_169,
    },
    global: { inputTokens: 7_746, outputTokens: 6_067, cacheReadTokens: 60_105_724 },
    cacheWrite: 5_343_320,
  },
];

for (const corpus of corpora) {
  test(
    `the real logs of ${corpus.name}, chosen as a folder, give the totals of other trackers; again adds 0`,
    {
      tag: corpus.name === 'dk' ? [] : '@long',
    },
    async ({ app }) => {
      test.skip(folder === null, 'The folder of real Claude Code logs is not here.');
      const page = await open(app.page, '/import');
      const choose = page.locator('input[type=file][webkitdirectory]');
      const clicked = Date.now();
      await choose.setInputFiles(`${folder}/${corpus.name}`);
      const result = page.getByRole('region', { name: 'Import finished' });
      await expect(result.getByText('Usage events added')).toBeVisible();
      console.info(`${corpus.name}: from choosing the folder to its numbers ${Date.now() - clicked} ms`);

      const stats = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), corpus.month);
      expect(stats).toMatchObject({ ...corpus.global, eventCount: corpus.events });
      expect(stats.cacheWrite5mTokens + stats.cacheWrite1hTokens).toBe(corpus.cacheWrite);
      expect(await totalsByProject(page, corpus.month)).toEqual(corpus.projects);

      await choose.setInputFiles(`${folder}/${corpus.name}`);
      await expect(result.getByText('Files unchanged since the last import')).toBeVisible();
      await expect(page.getByRole('row').filter({ hasText: 'Finished' })).toHaveCount(2);
      expect(
        await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), corpus.month),
      ).toEqual(stats);

      const project = await page.evaluate(
        async ({ month, name }) =>
          (await window.tokentab.getAllUsageStats(month)).projects.find((each) => each.projectName === name),
        { month: corpus.month, name: Object.keys(corpus.projects)[0] ?? '' },
      );
      await open(page, `/project?id=${project?.projectId}&month=${corpus.month}`);
      const folders = page.getByRole('table', { name: 'By folder' });
      for (const [path, total] of Object.entries(corpus.folders)) {
        const row = folders.getByRole('row').filter({ has: page.getByText(path, { exact: true }) });
        await expect(row).toContainText(total.toLocaleString('en-US'));
      }
      expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({
        ok: true,
        differences: [],
      });
    },
  );
}
