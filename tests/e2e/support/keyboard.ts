import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** Until the menu that was opened has taken the focus, a moment after it shows: a key pressed before that is not for it. */
export async function menuTakesFocus(page: Page): Promise<void> {
  await expect(page.locator('[role=menuitem]:focus')).toHaveCount(1);
}

/**
 * Presses keys one right after the other, without waiting for the page to answer each: the second key of a shortcut and the
 * letters that choose in a list count only within a second or so, and the page may be busy with the first one for longer.
 */
export async function pressQuickly(page: Page, keys: Iterable<string>): Promise<void> {
  await Promise.all(Array.from(keys, (key) => page.keyboard.press(key)));
}

/** Presses Tab until the element has the focus, as somebody without a mouse would; fails where Tab never gets there. */
export async function pressTabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by the Tab key').toBeFocused();
}
