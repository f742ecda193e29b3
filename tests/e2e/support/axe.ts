import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type WithAxe = Window & { axe?: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> } };

/** Fails with what axe-core finds on the page in its current state: rule, element and problem. */
export async function expectNoViolations(
  page: Page,
  where: string,
  /** All rules by default; the whole page unless a selector limits it. */
  { rules, within = 'html' }: { rules?: string[]; within?: string } = {},
): Promise<void> {
  // Evaluated instead of added as a script, because the page's policy stays in force. Once per document, because it
  // is large.
  if (await page.evaluate(() => (window as WithAxe).axe === undefined)) await page.evaluate(axe);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules !== undefined && { runOnly: { type: 'rule', values: rules } }),
  };
  const found = await page.evaluate(
    async ({ within, options }) => {
      const { violations } = (await (window as WithAxe).axe?.run(within, options)) ?? { violations: [] };
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
      );
    },
    { within, options },
  );
  expect.soft(found, where).toEqual([]);
}

/** Fails if the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} px in ${clientWidth} px` : '';
  });
  expect.soft(wide, where).toBe('');
}
