import type { Page } from 'playwright';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/app';
import { pressQuickly } from './support/keyboard';
import { expectPins, openWithProjects, pin } from './support/pins';
import { open } from './support/tokentab';

/** The right mouse button and the menu key open the menu wherever a project is listed. */

const menu = (page: Page, name: string) => page.getByRole('menu', { name: `More about ${name}` });
const row = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true });

test('the context menu of a project’s row pins, archives and moves it', async ({ page }) => {
  await openWithProjects(page, ['Alpha', 'Beta', 'Gamma'], 2);
  // It is added after the first paint. A click before that opens the browser's own menu, which blocks the page.
  await expect(page.getByTestId('project-menu')).toBeAttached();
  await row(page, 'Gamma').click({ button: 'right' });
  await expect(menu(page, 'Gamma').getByRole('menuitem')).toHaveText([
    'Open in a new tab',
    'Pin',
    'Edit',
    'Archive',
    'Merge into another project…',
    'Delete with its usage',
  ]);
  await expectNoViolations(page, 'context menu');
  await page.screenshot({ path: test.info().outputPath('menu.png') });
  await menu(page, 'Gamma').getByRole('menuitem', { name: 'Pin' }).click();
  await expectPins(page, ['Alpha', 'Beta', 'Gamma']);
  await expect(row(page, 'Gamma')).toBeFocused();

  // A pin has its own menu, the same as behind its button.
  await pin(page, 'Gamma').click({ button: 'right' });
  await menu(page, 'Gamma').getByRole('menuitem', { name: 'Move to top' }).click();
  await expectPins(page, ['Gamma', 'Alpha', 'Beta']);
  await expect(page).toHaveURL(/\/projects$/);

  await row(page, 'Beta').click({ button: 'right' });
  await expect(menu(page, 'Beta').getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page, 'Beta')).toBeHidden();
  await row(page, 'Beta').click({ button: 'right' });
  await menu(page, 'Beta').getByRole('menuitem', { name: 'Archive' }).click();
  await expectPins(page, ['Gamma', 'Alpha']);
});

test('the context menu opens by keyboard in the month’s table, and opens a project in a new tab @long', async ({
  page,
}) => {
  await openWithProjects(page, ['Alpha'], 0);
  await page.evaluate(async () => {
    const [project] = await window.tokentab.getProjects();
    await window.tokentab.recordUsageEvent({
      projectId: project?.id ?? '',
      eventType: 'chat',
      llmMode: 'cloud',
      promptTokens: 1,
      completionTokens: 1,
    });
  });
  await open(page, '/');
  const newTab = page.getByRole('menuitem', { name: 'Open in a new tab' });
  await row(page, 'Alpha').focus();
  // The menu has the focus as soon as it exists, so that no quick key press is lost or goes to the row.
  await pressQuickly(page, ['ContextMenu', 'ArrowDown', 'Enter']);
  await expectPins(page, ['Alpha']);
  await expect(row(page, 'Alpha')).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await expect(newTab).toBeFocused();
  const [other] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Alpha');
});
