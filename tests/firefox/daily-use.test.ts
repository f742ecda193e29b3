import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from '../e2e/support/site';
import { findFirefox } from './find-firefox';
import { Firefox, hearsKeys, until } from './firefox';

/** What users do every day, with the keyboard: open their projects and read the month. */

const program = findFirefox();
const names = ['Alpha', 'Beta', 'Gamma'];

describe.skipIf(program === null)('in Firefox', { timeout: 120_000 }, () => {
  let site: Site;
  let firefox: Firefox;
  let page: Page;

  beforeAll(async () => {
    site = await Site.open();
    firefox = await Firefox.start(program ?? '');
    page = await firefox.open(site.url);
    await page.evaluate(async (names) => {
      for (const [index, name] of names.entries()) {
        const { id } = await window.tokentab.createProject({ name, clientName: `Client of ${name}` });
        await window.tokentab.updateProjectPinned(id, true);
        for (const at of ['2026-09-05T12:00:00Z', '2026-10-05T12:00:00Z']) {
          await window.tokentab.recordUsageEvent({
            projectId: id,
            eventType: 'chat',
            llmMode: 'cloud',
            model: 'gpt-5',
            promptTokens: (index + 1) * (at.includes('-09-') ? 10 : 1000),
            completionTokens: 0,
            occurredAt: at,
          });
        }
      }
    }, names);
  }, 120_000);

  afterAll(async () => {
    await firefox.end();
    await site.stop();
  });

  it('reorders pins by keyboard and by their menu, with undo', async () => {
    await page.goto(`${site.url}/projects`);
    await expectPins(page, names);
    await hearsKeys(page);
    await page.focus('aside ol li:nth-child(2) a');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.up('Alt');
    await expectPins(page, ['Beta', 'Alpha', 'Gamma']);
    await page.focus('aside ol li:nth-child(1) button');
    await page.keyboard.press('Enter');
    // The pin is at the top already, so the first enabled item moves it down, and the next one to the end.
    await until(page, () => document.activeElement?.textContent.trim() === 'Move down');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectPins(page, ['Alpha', 'Gamma', 'Beta']);
    await press(page, 'z', 'Control');
    await expectPins(page, ['Beta', 'Alpha', 'Gamma']);
    await press(page, 'z', 'Control');
    await expectPins(page, names);
    expect(await stored(page)).toEqual(names);
  });

  it('reorders pins by dragging, with undo', async () => {
    const middle = async (index: number) => {
      const row = await page.$(`aside ol li:nth-child(${index}) a`);
      const box = await row?.boundingBox();
      if (!box) throw new Error(`There is no pin ${index}.`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await middle(1), await middle(3)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 8, { steps: 2 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expectPins(page, ['Beta', 'Gamma', 'Alpha']);
    await page.mouse.up();
    await expect.poll(() => stored(page)).toEqual(['Beta', 'Gamma', 'Alpha']);
    await press(page, 'z', 'Control');
    await expectPins(page, names);
    await expect.poll(() => stored(page)).toEqual(names);
  });

  it('unpins and pins the focused row with P, and opens a pin with G and its number', async () => {
    await page.focus('aside ol li:nth-child(1) a');
    await page.keyboard.press('p');
    await expectPins(page, ['Beta', 'Gamma']);
    await press(page, 'z', 'Control');
    await expectPins(page, names);
    // Typed at once, because the second key counts only within a second and a half.
    await page.keyboard.type('g3');
    await expectTitle(page, 'Gamma');
  });

  it('steps through months, groups them, and keeps both in the address', async () => {
    await page.goto(`${site.url}/?month=2026-10`);
    await expectText(page, 'main section strong', '6,000');
    await page.keyboard.press('ArrowLeft');
    await expectTitle(page, 'September 2026');
    await expectText(page, 'main section strong', '60');
    await page.evaluate(() => history.back());
    await expectText(page, 'main section strong', '6,000');
    await page.waitForSelector('main table tbody tr');
    await page.select('main section select', 'client');
    await expectText(page, 'main table[aria-label^=Clients] tbody th', 'Client of Gamma');
    await until(page, () => location.search === '?month=2026-10&by=client');
    await page.reload();
    await expectText(page, 'main table[aria-label^=Clients] tbody th', 'Client of Gamma');
    await hearsKeys(page);
  });

  it('finds a project in the palette', async () => {
    await press(page, 'k', 'Control');
    await page.waitForSelector('[popover]:popover-open input');
    await page.keyboard.type('alph');
    await expectText(page, '[popover]:popover-open [role=option]', 'Alpha');
    await page.keyboard.press('Enter');
    await expectTitle(page, 'Alpha');
  });

  it('backs up, restores and undoes that', async () => {
    const total = () =>
      page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
    const click = (name: string) =>
      until(
        page,
        (name: string) => {
          const buttons = [...document.querySelectorAll('button')];
          const found = buttons.find((each) => (each.ariaLabel ?? each.textContent).trim().startsWith(name));
          found?.click();
          return found !== undefined;
        },
        { args: [name] },
      );
    await page.goto(`${site.url}/settings`);
    await page.evaluate(() => window.tokentab.ready);
    await click('Back up now');
    await until(page, () => document.querySelector('[aria-label^="Restore the backup of"]') !== null);
    const before = await total();
    await page.evaluate(async () => {
      const [project] = await window.tokentab.getProjects();
      await window.tokentab.recordUsageEvent({
        projectId: project?.id ?? '',
        eventType: 'chat',
        llmMode: 'cloud',
        model: 'gpt-5',
        promptTokens: 7,
        completionTokens: 0,
        occurredAt: '2026-10-06T12:00:00Z',
      });
    });
    await click('Restore the backup of');
    await click('Replace current data');
    await expect.poll(total, { timeout: 60_000 }).toBe(before);
    await click('Undo');
    await expect.poll(total, { timeout: 60_000 }).toBe(before + 7);
  });
});

async function press(page: Page, key: 'k' | 'z', modifier: 'Control'): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** Waits until the first matching element contains the text. */
async function expectText(page: Page, selector: string, text: string): Promise<void> {
  await until(
    page,
    (selector: string, text: string) => document.querySelector(selector)?.textContent.includes(text),
    { args: [selector, text] },
  );
}

const expectTitle = (page: Page, text: string) => expectText(page, 'main h1', text);

async function expectPins(page: Page, names: readonly string[]): Promise<void> {
  const wanted = names.join();
  await until(
    page,
    (wanted: string) =>
      [...document.querySelectorAll('aside ol li a')].map((pin) => pin.textContent.trim()).join() === wanted,
    { args: [wanted] },
  );
}

const stored = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name));
