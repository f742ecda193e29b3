import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { expectNoSidewaysScroll, expectNoViolations } from './axe';
import { expectLargeTargets } from './targets';

export const wide = { width: 1280, height: 800 };
export const narrow = { width: 320, height: 640 };
/** What 200 % leaves of a window of 1280 px, and 400 % of the same is `narrow`. */
export const zoomed = { width: 640, height: 400 };

interface Look {
  /** A selector of what has not been looked at yet. */
  within?: string;
  sizes: Record<string, { width: number; height: number }>;
  /** `layout`: only what longer words change. */
  at?: 'everything' | 'layout';
}

/**
 * Looks at the page as it is: in each size nothing scrolls sideways and every target is large enough; in the widest and the
 * narrowest axe-core finds nothing, in light and dark; and once, forced colours leave all text readable.
 */
export async function inspect(
  page: Page,
  where: string,
  { within = 'html', sizes, at = 'everything' }: Look,
): Promise<void> {
  const names = Object.keys(sizes);
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await nextFrame(page);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await expectNoSidewaysScroll(page, `${where}, ${name}`);
    await expectLargeTargets(page, `${where}, ${name}`);
    if (at === 'layout' || (name !== names[0] && name !== names.at(-1))) continue;
    await expectNoViolations(page, `${where}, ${name}, light`, { within });
    // Schemes change nothing but colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoViolations(page, `${where}, ${name}, dark`, {
      rules: ['color-contrast', 'link-in-text-block'],
      within,
    });
    if (name !== names[0]) continue;
    await page.emulateMedia({ forcedColors: 'active' });
    await expectForcedColours(page, `${where}, ${name}`);
  }
}

/** A table becomes focusable when an observer sees that it scrolls now, which happens as the next frame is made. */
function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Fails where forced colours leave text of less than 4.5 : 1. axe-core cannot say it: it reads the
 * colour with which text is filled, which Chromium reports unforced.
 */
async function expectForcedColours(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isClear = (colour: string) => /^rgba\(.*, 0\)$/.test(colour);
    const behind = (element: Element | null): string => {
      if (element === null) return getComputedStyle(document.documentElement).backgroundColor;
      const { backgroundColor } = getComputedStyle(element);
      return isClear(backgroundColor) ? behind(element.parentElement) : backgroundColor;
    };
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent?.trim() ?? '')
        .join('');
      if (text === '' || !element.checkVisibility({ visibilityProperty: true })) return [];
      const { color } = getComputedStyle(element);
      const [dark = 0, light = 0] = [luminance(color), luminance(behind(element))].toSorted((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05) < 4.5 ? [`“${text.slice(0, 60)}”: ${color}`] : [];
    });
  });
  expect.soft(found, `${where}, forced colours`).toEqual([]);
}
