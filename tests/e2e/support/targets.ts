import type { Page } from 'playwright';
import { expect } from 'playwright/test';

/**
 * Fails if a target is smaller than 24 × 24 px (WCAG 2.5.8). Exempt, as in the standard, are links within a sentence,
 * and chart marks, whose table has the same links in full size.
 */
export async function expectLargeTargets(page: Page, where: string): Promise<void> {
  const small = await page.evaluate(() => {
    const pressable = 'a[href], button, input, select, textarea, summary, [role=menuitem], [role=option]';
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden') !== null;
    const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll(/\s/g, '');
    /** Whether its line contains more than targets. */
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const pressed = [...(element.parentElement?.querySelectorAll(pressable) ?? [])].map(textOf).join('');
      return textOf(element.parentElement).length > pressed.length;
    };
    return [...document.querySelectorAll(pressable)].flatMap((element) => {
      const target = element.closest('label') ?? element;
      if (isHidden(target) || element.closest('svg') !== null || isInSentence(element)) return [];
      const { width, height } = target.getBoundingClientRect();
      // Rounding can lose half a pixel.
      if (width >= 23.5 && height >= 23.5) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent;
      return [
        `${element.tagName} “${name.trim().slice(0, 60)}”: ${Math.round(width)} × ${Math.round(height)}`,
      ];
    });
  });
  expect.soft(small, where).toEqual([]);
}
