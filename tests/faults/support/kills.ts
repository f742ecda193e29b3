import type { Page } from 'playwright';
import { expect } from '../../e2e/support/app';
import { keepWorker } from '../../e2e/support/ask-worker';
import type { App } from '../../e2e/support/running-app';
import { rounds, type Tally } from './rounds';

export async function openTab(page: Page): Promise<Page> {
  await page.goto('/');
  await page.evaluate(() => window.tokentab.ready);
  return page;
}

/** Opens the app so that `askWorker` reaches its worker. */
export async function openKept(app: App, page = app.page): Promise<Page> {
  await keepWorker(app.context);
  return openTab(page);
}

/** Kills after a random part of `longest` milliseconds from now, and opens the app again. */
export async function killWithin(app: App, longest: number): Promise<Page> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
  return openKept(app, await app.crash());
}

/**
 * Follows work that the kill may interrupt.
 * @returns whether it had been answered ('after') or was still under way ('inside'), at any time later
 */
export function begin(work: Promise<unknown>): () => 'inside' | 'after' {
  let outcome: 'inside' | 'after' = 'inside';
  work.then(
    () => (outcome = 'after'),
    // It ends with the browser.
    () => undefined,
  );
  return () => outcome;
}

/** A kill outside a write proves nothing, so a test continues for a while until one lands inside. */
export function isMore(round: number, tally: Tally): boolean {
  return round < rounds(6) || (tally.of('inside') === 0 && round < 40);
}

/** Prints where the kills landed, and fails if none hit the write. */
export function report(name: string, tally: Tally): void {
  console.info(`kills during ${name}: ${String(tally)}`);
  expect(tally.of('inside'), `kills that landed inside: ${String(tally)}`).toBeGreaterThan(0);
}
