import type { Locator, Page } from 'playwright';
import { pause } from './event-timing';

/** Something that users do every day. */
export interface Habit {
  name: string;
  /** True for everyday habits; the others are measured as well. */
  isDaily?: boolean;
  /** Starts and ends on the month page. `time` counts from 0. */
  act: (page: Page, time: number) => Promise<void>;
}

const pins = (page: Page) => page.getByRole('complementary').locator('[data-pin-list] > li');
const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });
const period = (page: Page) => page.getByRole('navigation', { name: 'Period' });
const table = (page: Page) => page.getByRole('table', { name: /^Projects/ });
const grouping = (page: Page) => page.getByRole('main').locator('select').first();
/** Twice back, twice forward. */
const isBack = (time: number) => time % 4 < 2;

export const habits: readonly Habit[] = [
  { name: 'drag a pin', isDaily: true, act: dragPin },
  { name: 'move a pin by Alt+↑/↓', isDaily: true, act: movePin },
  {
    name: 'step months by button',
    isDaily: true,
    act: (page, time) =>
      period(page)
        .getByRole('link')
        .nth(isBack(time) ? 0 : 1)
        .click(),
  },
  {
    name: 'step months by key',
    isDaily: true,
    act: (page, time) => page.keyboard.press(isBack(time) ? 'ArrowLeft' : 'ArrowRight'),
  },
  { name: 'switch the grouping', isDaily: true, act: switchGrouping },
  {
    name: 'open a project from the sidebar',
    isDaily: true,
    act: (page, time) => thereAndBack(page, pins(page).nth(time).getByRole('link')),
  },
  {
    name: 'open a project from the table',
    isDaily: true,
    act: (page, time) => thereAndBack(page, table(page).locator('tbody th a').nth(time)),
  },
  { name: 'type in the palette', isDaily: true, act: typeInPalette },
  {
    name: 'open a pin’s menu',
    act: (page, time) => openAndClose(page, pins(page).nth(time).getByRole('button')),
  },
  { name: 'open the range menu', act: (page) => openAndClose(page, button(page, 'Range')) },
  { name: 'open the filters', act: (page) => button(page, 'Filters').click() },
  {
    name: 'sort the table',
    act: (page, time) =>
      table(page)
        .locator('thead')
        .getByRole('button')
        .nth(time % 3)
        .click(),
  },
  {
    name: 'pin and unpin in the table',
    act: (page) => table(page).locator('tbody').getByRole('button').first().click(),
  },
];

async function dragPin(page: Page, time: number): Promise<void> {
  const from = await boxOf(pins(page).nth(2));
  const to = await boxOf(pins(page).nth(time % 2 === 0 ? 8 : 5));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

async function movePin(page: Page, time: number): Promise<void> {
  const link = pins(page).nth(3).getByRole('link');
  if (time === 0) await link.focus();
  await page.keyboard.press(time % 10 < 5 ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
}

/** With the keyboard, as a user does who tries them all: each arrow key selects. */
async function switchGrouping(page: Page, time: number): Promise<void> {
  const select = grouping(page);
  if (time === 0) await select.focus();
  await page.keyboard.press(time % 10 < 5 ? 'ArrowDown' : 'ArrowUp');
}

async function thereAndBack(page: Page, link: Locator): Promise<void> {
  await link.click();
  await page.waitForURL('**/project?**');
  await pause(page);
  await page.goBack();
  await table(page).waitFor();
}

async function typeInPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  for (const key of ['p', 'r', 'o', '1', 'ArrowDown', 'Backspace', '9']) {
    await page.keyboard.press(key);
    await pause(page);
  }
  await page.keyboard.press('Escape');
}

async function openAndClose(page: Page, opener: Locator): Promise<void> {
  await opener.click();
  await pause(page);
  await page.keyboard.press('Escape');
}

async function boxOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('There is nothing to drag.');
  // A point on the name, not on the button at its end.
  return { x: box.x + 40, y: box.y + box.height / 2 };
}
