import type { Page } from 'playwright';
import type { Command } from '../../src/lib/protocol/commands';
import { expect, test } from './support/app';
import { refuseCalls } from './support/ask-worker';
import { expectPins, openWithProjects, pin } from './support/pins';

/**
 * Undo restores the position of every removed pin. A change that can't be stored leaves the pin where it is, with a
 * message.
 */

const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const others = ['Alpha', 'Gamma', 'Delta'];

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'More about Beta' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function mergeIntoDelta(page: Page): Promise<void> {
  await choose(page, 'Merge into another project');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Project', { exact: true }).selectOption('Delta');
  await dialog.getByRole('button', { name: 'Merge' }).click();
}

const ways: [name: string, command: Command, leave: (page: Page) => Promise<void>, failure: RegExp][] = [
  [
    'unpinned',
    'updateProjectPinned',
    (page) => page.getByRole('main').getByRole('button', { name: 'Pin Beta' }).click(),
    /The pin could not be saved\. Nothing changed\./,
  ],
  ['archived', 'updateProject', (page) => choose(page, 'Archive'), /That could not be saved\./],
  ['deleted', 'deleteProject', (page) => choose(page, 'Delete with its usage'), /That could not be saved\./],
  ['merged', 'mergeProjects', mergeIntoDelta, /That could not be saved\./],
];

for (const [name, command, leave, failure] of ways) {
  // The ways share the code that takes a project from the pins and puts it back.
  const tag = name === 'unpinned' ? [] : '@long';

  test(
    `a pinned project that is ${name} leaves the pins, and Undo restores its place`,
    { tag },
    async ({ page }) => {
      await openWithProjects(page, names);
      await leave(page);
      // The toast stays while hovered, however long the rest takes.
      await page.getByRole('button', { name: 'Undo' }).first().hover();
      await expectPins(page, others);
      // What moves meanwhile stays moved.
      await pin(page, 'Delta').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expectPins(page, ['Alpha', 'Delta', 'Gamma']);
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await expectPins(page, ['Alpha', 'Beta', 'Delta', 'Gamma']);
    },
  );

  test(`a pin that cannot be ${name} stays in its position, with a message`, { tag }, async ({ page }) => {
    await openWithProjects(page, names);
    await refuseCalls(page, [command]);
    await leave(page);
    await expect(page.getByText(failure).first()).toBeVisible();
    await expectPins(page, names);
  });
}
