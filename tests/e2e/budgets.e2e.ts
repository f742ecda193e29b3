import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { record } from './support/record';
import { open } from './support/tokentab';

/**
 * Unit tests prove which thresholds warn, and that each does once (budgets.test.ts, warnings-property.test.ts). Only a
 * browser has notifications, the badge and a second tab.
 */

interface SeenWindow {
  badges: number[];
  /** The titles of notifications that were shown. */
  shown: string[];
}

const month = new Date().toISOString().slice(0, 7);
/** Before the page's clock and the worker's. */
const at = `${month}-01T12:00:00.000Z`;
const banner = (page: Page) => page.getByRole('region', { name: 'Warnings: Everything' });

/** The notifications on screen. */
const notified = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body }) => `${title} (${body})`);
  });
/**
 * The notifications that this tab has shown. Ask this first: Chromium forgets a notification if it is asked for all of
 * them just before it appears.
 */
const shown = (page: Page) => page.evaluate(() => (window as unknown as SeenWindow).shown);
const badges = (page: Page) => page.evaluate(() => (window as unknown as SeenWindow).badges);

test('a budget says when it will be reached, and warns once, in all tabs, until dismissed @own-browser', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications']);
  await context.addInitScript(() => {
    const badges: number[] = ((window as unknown as SeenWindow).badges = []);
    const shown: string[] = ((window as unknown as SeenWindow).shown = []);
    // A blank tab has neither.
    if (!('setAppBadge' in navigator)) return;
    const { prototype } = ServiceWorkerRegistration;
    const show = Reflect.get(prototype, 'showNotification');
    prototype.showNotification = async function (title, options) {
      await show.call(this, title, options);
      shown.push(title);
    };
    const set = navigator.setAppBadge.bind(navigator);
    const clear = navigator.clearAppBadge.bind(navigator);
    navigator.setAppBadge = (count) => {
      badges.push(count ?? 0);
      return set(count);
    };
    navigator.clearAppBadge = () => {
      badges.push(0);
      return clear();
    };
  });
  // The page's clock decides the projection; the worker's, which is later in the same month or the same, the warnings.
  await page.clock.setFixedTime(`${month}-12T12:00:00Z`);
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // 50 dollars, at 1.25 dollars per million tokens.
  await record(page, [{ project: 'Shop', at, tokens: 40_000_000 }]);
  await open(page, '/budgets');
  await page.getByRole('button', { name: 'Add budget' }).click();
  await page.getByLabel('Dollars per month').fill('100');
  await page.getByRole('button', { name: 'Save' }).click();

  const budgets = page.getByRole('region', { name: /^Budgets in / });
  await expect(budgets).toContainText('$50.00 of $100.00');
  await expect(budgets).toContainText(/At this pace, the limit is reached on .*\b24\b/);
  await expect(banner(page)).toContainText(
    /Everything: 50% of the budget for .* used \(\$50\.00 of \$100\.00\)/,
  );
  await expect.poll(() => shown(page)).toEqual([expect.stringMatching(/^Everything: 50% /)]);
  expect(await notified(page)).toEqual([expect.stringMatching(/^Everything: 50% .*\$50\.00 of \$100\.00/)]);
  await expect.poll(() => badges(page).then((all) => all.at(-1))).toBe(1);
  await expectNoViolations(page, 'budgets with a warning');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'budgets with a warning at 320 px');
  await page.setViewportSize({ width: 1280, height: 800 });

  const second = await open(await context.newPage(), '/budgets');
  await record(second, [{ project: 'Shop', at, tokens: 24_000_000 }]);
  const list = (page: Page) => page.getByRole('table', { name: 'Warnings' }).getByRole('row');
  for (const tab of [page, second]) {
    await expect(banner(tab)).toContainText('80%');
    await expect(list(tab)).toHaveCount(3);
  }
  // It replaces the one before, and both tabs together show one.
  await expect
    .poll(async () => [...(await shown(page)), ...(await shown(second))])
    .toEqual([expect.stringMatching(/^Everything: 50% /), expect.stringMatching(/^Everything: 80% /)]);
  expect(await notified(page)).toEqual([expect.stringMatching(/^Everything: 80% /)]);

  // A click on it closes it. Only a real one may lead to the page.
  const [serviceWorker] = context.serviceWorkers();
  await serviceWorker?.evaluate(
    `registration.getNotifications().then(([notification]) =>
       dispatchEvent(new NotificationEvent('notificationclick', { notification })))`,
  );
  await expect.poll(() => notified(page)).toEqual([]);

  await banner(second).getByRole('button', { name: 'Dismiss' }).click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => badges(page).then((all) => all.at(-1))).toBe(0);
  await page.reload();
  await expect(list(page)).toHaveCount(3);
  await expect(list(page).last()).toContainText('Dismissed');
  await expect(banner(page)).toBeHidden();
});
