import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** Presses Tab until the element has the focus, as somebody without a mouse would; fails where Tab never gets there. */
export async function pressTabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by the Tab key').toBeFocused();
}
