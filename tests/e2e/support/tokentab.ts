import type { Page } from 'playwright';
import type { AllUsageStats } from '../../../src/lib/model/usage-stats';

/** Opens a page of the app and waits until its database is open and it handles keys and drags. */
export async function open(page: Page, path = '/'): Promise<Page> {
  await page.goto(path);
  await page.evaluate(() => window.tokentab.ready);
  // Shortcuts, the menus of rows and, if there is a sidebar, dragging load after the first paint.
  await page.getByTestId('project-menu').waitFor({ state: 'attached' });
  if (await page.locator('aside [data-pin-area]').isVisible())
    await page.getByTestId('drag-preview').waitFor({ state: 'attached' });
  return page;
}

/** Total tokens by project name, for projects with usage in the month. */
export async function totalsByProject(page: Page, month: string): Promise<Record<string, number>> {
  const stats = await page.evaluate((month) => window.tokentab.getAllUsageStats(month), month);
  return totalsOf(stats);
}

function totalsOf(stats: AllUsageStats): Record<string, number> {
  const used = stats.projects.filter((project) => project.totalTokens > 0);
  return Object.fromEntries(used.map((project) => [project.projectName, project.totalTokens]));
}
