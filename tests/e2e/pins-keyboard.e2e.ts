import { expect, test } from './support/app';
import { menuTakesFocus, pressQuickly, pressTabTo } from './support/keyboard';
import { expectPins, openWithProjects, pin, said, shownPins, sidebar, storedPins } from './support/pins';
import { open } from './support/tokentab';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];

test('Alt+↑ and Alt+↓ move the focused pin, which keeps the focus, and Ctrl+Z undoes each move', async ({
  page,
}) => {
  await openWithProjects(page, names);
  await pressTabTo(page, pin(page, 'Beta'));
  await page.keyboard.press('Alt+ArrowUp');
  await expectPins(page, ['Beta', 'Alpha', 'Gamma', 'Delta', 'Epsilon']);
  await expect(said(page)).toHaveText('Beta moved to position 1 of 5');
  await expect(pin(page, 'Beta')).toBeFocused();
  for (let time = 0; time < 2; time += 1) await page.keyboard.press('Alt+ArrowDown');
  await expectPins(page, ['Alpha', 'Gamma', 'Beta', 'Delta', 'Epsilon']);
  await expect(pin(page, 'Beta')).toBeFocused();
  // At its end, the list doesn't change.
  await page.keyboard.press('Control+z');
  await expectPins(page, ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon']);
  await expect(page.getByText('Undone: Beta moved to position 3 of 5').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectPins(page, ['Beta', 'Alpha', 'Gamma', 'Delta', 'Epsilon']);
  await page.keyboard.press('Control+z');
  await expectPins(page, names);
});

test('Ctrl+Z undoes the last move even if it is not stored yet', async ({ page }) => {
  await openWithProjects(page, names);
  await pressTabTo(page, pin(page, 'Beta'));
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(`Alt+${key}`);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Beta moved to position 3 of 5').first()).toBeVisible();
  await expectPins(page, ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon']);
});

test('the menu moves up, down, to the top, to the bottom, and unpins, by keyboard alone @long', async ({
  page,
}) => {
  await openWithProjects(page, names);
  const menuOf = (name: string) => sidebar(page).getByRole('button', { name: `Move or unpin ${name}` });
  const choose = async (name: string, item: string) => {
    await pressTabTo(page, menuOf(name));
    await page.keyboard.press('Enter');
    await menuTakesFocus(page);
    const wanted = page.getByRole('menuitem', { name: item });
    for (let presses = 0; presses < 5; presses += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(wanted).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await choose('Gamma', 'Move to top');
  await expectPins(page, ['Gamma', 'Alpha', 'Beta', 'Delta', 'Epsilon']);
  await expect(menuOf('Gamma')).toBeFocused();
  await choose('Gamma', 'Move down');
  await expectPins(page, ['Alpha', 'Gamma', 'Beta', 'Delta', 'Epsilon']);
  await choose('Alpha', 'Move to bottom');
  await expectPins(page, ['Gamma', 'Beta', 'Delta', 'Epsilon', 'Alpha']);
  await page.locator('body').press('Home');
  await pin(page, 'Gamma').focus();
  await choose('Beta', 'Move up');
  await expectPins(page, ['Beta', 'Gamma', 'Delta', 'Epsilon', 'Alpha']);
  await choose('Delta', 'Unpin');
  await expectPins(page, ['Beta', 'Gamma', 'Epsilon', 'Alpha']);
  // The row in its place gets the focus.
  await expect(pin(page, 'Epsilon')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expectPins(page, ['Beta', 'Gamma', 'Delta', 'Epsilon', 'Alpha']);
});

test('P pins and unpins the focused row, and on a project’s page needs no focus', async ({ page }) => {
  await openWithProjects(page, [...names, 'Zeta'], 5);
  const row = page.getByRole('main').getByRole('link', { name: 'Zeta', exact: true });
  await pressTabTo(page, row);
  await page.keyboard.press('Shift+P');
  await page.keyboard.press('Control+p');
  await page.keyboard.press('p');
  await expectPins(page, [...names, 'Zeta']);
  await page.keyboard.press('p');
  await expectPins(page, names);
  // Typing doesn't trigger shortcuts.
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').press('p');
  await expect(page.getByRole('searchbox')).toHaveValue('p');
  expect(await storedPins(page)).toEqual(names);

  await pin(page, 'Beta').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beta');
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await page.keyboard.press('p');
  await expectPins(page, ['Alpha', 'Gamma', 'Delta', 'Epsilon']);
  await page.keyboard.press('Control+z');
  await expectPins(page, names);
});

test('G and a digit open a pin and mark it as the current page', async ({ page }) => {
  await openWithProjects(page, names);
  await pressQuickly(page, 'g4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delta');
  await expect(pin(page, 'Delta')).toHaveAttribute('aria-current', 'page');
  await expect(sidebar(page).locator('[aria-current]')).toHaveCount(1);
  await pressQuickly(page, 'g9');
  await pressQuickly(page, 'gp');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects');
});

test('the pinned section stays closed after a reload, and opens again @long', async ({ page }) => {
  await openWithProjects(page, names);
  const section = sidebar(page).getByRole('button', { name: 'Pinned' });
  await pressTabTo(page, section);
  await page.keyboard.press('Enter');
  await expect(section).toHaveAttribute('aria-expanded', 'false');
  await expect(pin(page, 'Alpha')).toHaveCount(0);
  await open(page, '/projects');
  await expect(section).toHaveAttribute('aria-expanded', 'false');
  await section.click();
  await expect(pin(page, 'Alpha')).toBeVisible();
});

test('the pinned section works with no pin, one, nine, and names of any length and direction @long', async ({
  page,
}) => {
  await openWithProjects(page, ['A'], 0);
  await expect(sidebar(page)).toContainText('Pin a project to keep it here.');
  const odd = ['א', 'مشروع طويل جدا '.repeat(19).trim(), 'n'.repeat(300), '<b>B</b>', '7', '8', '9', '10'];
  await page.evaluate(async (odd) => {
    const [first] = await window.tokentab.getProjects();
    await window.tokentab.updateProjectPinned(first?.id ?? '', true);
    for (const name of odd) {
      const { id } = await window.tokentab.createProject({ name });
      await window.tokentab.updateProjectPinned(id, true);
    }
  }, odd);
  await expectPins(page, ['A', ...odd]);
  const sizes = await sidebar(page)
    .locator('ol li')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        height: row.getBoundingClientRect().height,
        isInside: row.getBoundingClientRect().right <= row.closest('aside')!.getBoundingClientRect().right,
        targets: [...row.querySelectorAll('a, button')].every((target) => {
          const { width, height } = target.getBoundingClientRect();
          return width >= 24 && height >= 24;
        }),
      })),
    );
  expect(new Set(sizes.map(({ height }) => height)).size).toBe(1);
  expect(sizes.every(({ isInside, targets }) => isInside && targets)).toBe(true);
  // The last one moves to the top with one menu item.
  await sidebar(page).getByRole('button', { name: 'Move or unpin 10' }).click();
  await page.getByRole('menuitem', { name: 'Move to top' }).click();
  await expectPins(page, ['10', 'A', ...odd.slice(0, -1)]);
});

test('the pinned section works with 500 pins @long', async ({ page }) => {
  test.slow();
  const many = Array.from({ length: 500 }, (_, index) => `Project ${index + 1}`);
  await openWithProjects(page, many);
  await pin(page, 'Project 500').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await shownPins(page)).slice(-2)).toEqual(['Project 500', 'Project 499']);
  await sidebar(page).getByRole('button', { name: 'Move or unpin Project 500' }).click();
  await page.getByRole('menuitem', { name: 'Move to top' }).click();
  await expect.poll(async () => (await storedPins(page)).slice(0, 2)).toEqual(['Project 500', 'Project 1']);
});
