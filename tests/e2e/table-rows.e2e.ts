import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

const table = (page: Page) => page.getByRole('table', { name: /^Projects/ });
const names = (page: Page) => table(page).locator('tbody th a').allInnerTexts();

test('the focus stays with its project when new usage reorders the table', async ({ page }) => {
  await open(page);
  const on = (project: string, tokens: number) => ({ project, at: '2026-10-02T12:00:00Z', tokens });
  const projects = [on('Alpha', 300), on('Beta', 200), on('Gamma', 100)];
  await record(page, projects);
  await open(page, '/?month=2026-10');
  await expect.poll(() => names(page)).toEqual(['Alpha', 'Beta', 'Gamma']);
  const link = table(page).getByRole('link', { name: 'Gamma', exact: true });
  await link.focus();
  await record(page, [on('Gamma', 1000)]);
  await expect.poll(() => names(page)).toEqual(['Gamma', 'Alpha', 'Beta']);
  await expect(link).toBeFocused();

  // All cells of a row belong to the same project, even after sorting.
  await table(page).getByRole('button', { name: 'Project', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(['Alpha', 'Beta', 'Gamma']);
  await table(page).getByRole('button', { name: 'Project', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(['Gamma', 'Beta', 'Alpha']);
  const alpha = table(page).getByRole('row').last();
  await expect(alpha).toContainText('300');
  await alpha.getByRole('button', { name: 'Pin Alpha' }).click();
  await expect(alpha.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await alpha.getByRole('link', { name: 'Alpha', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alpha');
});
