import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';

/** Returns the file that a choice of the page's Export menu saves. */
export async function download(page: Page, choice: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: choice }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
