import type { Page } from 'playwright';
import { expect } from 'playwright/test';

/** The elements of the import page, by the names that users see. */
export function importPage(page: Page) {
  const result = page.getByRole('region', { name: /^Import (finished|stopped)$/ });
  return {
    folderInput: page.locator('input[type=file][webkitdirectory]'),
    filesInput: page.locator('input[type=file][multiple]:not([webkitdirectory])'),
    chooseFolder: page.getByRole('button', { name: 'Choose folder' }),
    cancel: page.getByRole('main').getByRole('button', { name: 'Cancel' }),
    progress: page.getByRole('progressbar', { name: 'Import progress' }),
    result,
    history: page.getByRole('table', { name: 'Imports' }),
    undo: page.getByRole('button', { name: /^Undo the import of / }),
    problems: result.getByRole('table', { name: 'Skipped, and why' }),
  };
}

/**
 * Waits for the running import to end, however long it takes, and returns the numbers of its result by their names.
 */
export async function resultOf(page: Page, title = 'Import finished'): Promise<Record<string, string>> {
  const result = page.getByRole('region', { name: title });
  await expect(result.getByText('Files read')).toBeVisible({ timeout: 120_000 });
  const terms = await result.getByRole('term').allTextContents();
  const values = await result.getByRole('definition').allTextContents();
  return Object.fromEntries(terms.map((term, index) => [term.trim(), (values[index] ?? '').trim()]));
}
