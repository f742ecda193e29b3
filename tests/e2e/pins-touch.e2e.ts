import { expect, test } from './support/app';
import { expectPins, middleOf, openWithProjects, pin, said, shownPins } from './support/pins';
import { finger, pen } from './support/pointers';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];

test('pressing and holding a pin picks it up and moves it', async ({ page }) => {
  await openWithProjects(page, names);
  const touch = await finger(page);
  const from = await middleOf(pin(page, 'Alpha'));
  const to = await middleOf(pin(page, 'Delta'));
  await touch.down(from);
  await expect(page.getByTestId('drag-preview')).toBeVisible();
  await touch.move(from, to);
  await expect.poll(() => shownPins(page)).toEqual(['Beta', 'Gamma', 'Delta', 'Alpha', 'Epsilon']);
  await touch.up();
  await expectPins(page, ['Beta', 'Gamma', 'Delta', 'Alpha', 'Epsilon']);
  await expect(said(page)).toHaveText('Alpha moved to position 4 of 5');
  await expect(page).toHaveURL(/\/projects$/);

  // Dragging it out unpins it, and a tap is still a tap. The previous preview must land first.
  await expect(page.getByTestId('drag-preview')).toBeHidden();
  const again = await middleOf(pin(page, 'Gamma'));
  await touch.down(again);
  await expect(page.getByTestId('drag-preview')).toContainText('Gamma');
  await touch.move(again, { x: 700, y: 300 });
  await expect(page.getByTestId('drag-preview')).toHaveText('Gamma Release to unpin');
  await touch.up();
  await expectPins(page, ['Beta', 'Delta', 'Alpha', 'Epsilon']);
  // Sent together: a finger that rests longer than a quarter of a second doesn't tap.
  const beta = await middleOf(pin(page, 'Beta'));
  await Promise.all([touch.down(beta), touch.up()]);
  await expect(page).toHaveURL(/\/project\?id=/);
});

test('swiping over pins scrolls the list and picks up nothing', async ({ page }) => {
  test.slow();
  await openWithProjects(
    page,
    Array.from({ length: 40 }, (_, index) => `Project ${index + 1}`),
  );
  const touch = await finger(page);
  const from = await middleOf(pin(page, 'Project 7'));
  // Sent together, which takes less than a quarter of a second on any machine.
  await Promise.all([touch.down(from), touch.move(from, { x: from.x, y: from.y - 160 })]);
  await touch.up();
  await expect.poll(() => page.locator('aside .pins').evaluate((list) => list.scrollTop)).toBeGreaterThan(80);
  await expect(page.getByTestId('drag-preview')).toBeHidden();
  await expect(page).toHaveURL(/\/projects$/);
});

test('pins can be dragged in the drawer of a narrow window @long', async ({ page }) => {
  await openWithProjects(page, names);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  const drawer = page.getByRole('dialog', { name: 'Pages' });
  const drawn = (name: string) => drawer.getByRole('link', { name, exact: true });
  await expect(drawn('Alpha')).toBeVisible();
  const touch = await finger(page);
  const from = await middleOf(drawn('Epsilon'));
  await touch.down(from);
  await expect(page.getByTestId('drag-preview')).toBeVisible();
  await touch.move(from, await middleOf(drawn('Beta')));
  await touch.up();
  await expect
    .poll(() => drawer.locator('ol li a').allInnerTexts())
    .toEqual(['Alpha', 'Epsilon', 'Beta', 'Gamma', 'Delta']);

  // Escape ends the drag and leaves the drawer open. The first preview must land before a second can be picked up.
  await expect(page.getByTestId('drag-preview')).toBeHidden();
  const again = await middleOf(drawn('Alpha'));
  await touch.down(again);
  await expect(page.getByTestId('drag-preview')).toBeVisible();
  await touch.move(again, await middleOf(drawn('Gamma')));
  await page.keyboard.press('Escape');
  await touch.up();
  await expect
    .poll(() => drawer.locator('ol li a').allInnerTexts())
    .toEqual(['Alpha', 'Epsilon', 'Beta', 'Gamma', 'Delta']);
  await expect(drawer).toBeVisible();
});

test('a pen drags without waiting @long', async ({ page }) => {
  await openWithProjects(page, names);
  const tip = await pen(page);
  const from = await middleOf(pin(page, 'Epsilon'));
  await tip.down(from);
  await tip.move(from, await middleOf(pin(page, 'Alpha')));
  await expect.poll(() => shownPins(page)).toEqual(['Epsilon', 'Alpha', 'Beta', 'Gamma', 'Delta']);
  await tip.up();
  await expectPins(page, ['Epsilon', 'Alpha', 'Beta', 'Gamma', 'Delta']);
});
