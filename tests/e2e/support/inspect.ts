import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { runsAll } from '../../budget';
import { expectNoSidewaysScroll, expectNoViolations } from './axe';
import { expectLargeTargets } from './targets';

export const wide = { width: 1280, height: 800 };
export const narrow = { width: 320, height: 640 };
/** The size of a 1280 px window at 200 %; `narrow` is its size at 400 %. */
export const zoomed = { width: 640, height: 400 };

interface Look {
  /** A selector for the part that hasn't been inspected yet. */
  within?: string;
  sizes: Record<string, { width: number; height: number }>;
  /** `layout`: only what longer words change. `light`: without dark and forced colours. */
  at?: 'everything' | 'layout' | 'light';
}

/**
 * Inspects the page in its current state. In each size, nothing scrolls sideways and every target is large enough. In
 * the first, axe-core finds nothing, in light and dark, and forced colours leave all text readable. `npm run test:all`
 * runs axe-core in the last size too.
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
    if (at === 'layout' || (name !== names[0] && !(runsAll && name === names.at(-1)))) continue;
    await expectNoViolations(page, `${where}, ${name}, light`, { within });
    if (at === 'light') continue;
    // Colour schemes change only colours.
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

/** A table becomes focusable when an observer notices that it scrolls, in the next frame. */
function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Fails if forced colours leave text with a contrast below 4.5 : 1. axe-core can't check that: it reads the fill
 * colour of text, which Chromium reports unforced.
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
