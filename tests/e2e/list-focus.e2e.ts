import { expect, test } from './support/app';
import { open } from './support/tokentab';

/** Lists render the rows in view and the focused one. */

test('a focused row keeps the focus while it is scrolled out of view, and Tab continues from it @long', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    const names = Array.from({ length: 400 }, (_, index) => `Project ${String(index + 1).padStart(3, '0')}`);
    for (const name of names) await window.tokentab.createProject({ name });
  });
  await open(page, '/projects');
  const list = page.getByRole('list', { name: 'Projects', exact: true });
  const link = (name: string) => list.getByRole('link', { name });
  await link('Project 002').focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(link('Project 400')).toBeVisible();
  await expect(link('Project 002')).toBeFocused();
  await expect(link('Project 003')).toHaveCount(0);
  // Its position in the list is still announced.
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-posinset', '2');
  await page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: 'Pin Project 002' })).toBeFocused();
  // A row that has lost the focus is removed.
  await page.getByRole('searchbox').focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(link('Project 400')).toBeVisible();
  await expect(link('Project 002')).toHaveCount(0);
});
