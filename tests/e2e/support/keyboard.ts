import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/**
 * Waits until the opened menu has taken the focus, a moment after it appears. A key pressed earlier would go
 * elsewhere.
 */
export async function menuTakesFocus(page: Page): Promise<void> {
  await expect(page.locator('[role=menuitem]:focus')).toHaveCount(1);
}

/**
 * Presses keys in direct succession, without waiting for the page to handle each. The second key of a shortcut, and
 * letters that select in a list, count only within about a second, and the page may be busy with the first one for
 * longer.
 */
export async function pressQuickly(page: Page, keys: Iterable<string>): Promise<void> {
  await Promise.all(Array.from(keys, (key) => page.keyboard.press(key)));
}

/** Presses Tab until the element has the focus, as a user without a mouse does; fails if Tab never reaches it. */
export async function pressTabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by the Tab key').toBeFocused();
}
