import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { dropOnto } from './drop';

/**
 * The settings of a Chromium in which the user has allowed a site to change a folder of the disk for good, as an installed
 * app may. Nobody can answer its question in a test.
 * @param folder an absolute path
 */
export function allowFolder(origin: string, folder: string): object {
  const name = folder.split('/').at(-1);
  const granted = {
    path: folder,
    'display-name': name,
    'is-directory': true,
    readable: true,
    writable: true,
  };
  const exceptions = {
    file_system_access_chooser_data: { [`${origin},*`]: { setting: { 'chosen-objects': [granted] } } },
    file_system_access_extended_permission: { [`${origin},*`]: { setting: 1 } },
  };
  return { profile: { content_settings: { exceptions } } };
}

/** As when the user withdraws the permission in the browser's settings. Only while the browser isn't running. */
export function forbidFolders(profileFolder: string): void {
  const file = join(profileFolder, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as {
    profile: { content_settings: { exceptions: Record<string, unknown> } };
  };
  const { exceptions } = preferences.profile.content_settings;
  delete exceptions['file_system_access_chooser_data'];
  delete exceptions['file_system_access_extended_permission'];
  writeFileSync(file, JSON.stringify(preferences));
}

/** Makes "Choose a folder…" wait for a folder that is dropped, because a test can't use the system's picker. */
export const pickByDropping = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() =>
    Object.assign(window, {
      showDirectoryPicker: () =>
        new Promise((resolve) => {
          const take = (event: DragEvent): void => {
            event.preventDefault();
            event.stopImmediatePropagation();
            const item = event.dataTransfer?.items[0] as
              (DataTransferItem & { getAsFileSystemHandle(): Promise<FileSystemHandle> }) | undefined;
            resolve(item?.getAsFileSystemHandle());
          };
          addEventListener('drop', take, { capture: true, once: true });
          document.body.dataset['picks'] = 'true';
        }),
    }),
  );

/** Chooses a folder of the disk. Before, `pickByDropping` and the click on the button. */
export async function pickFolder(page: Page, folder: string): Promise<void> {
  await page.locator('body[data-picks]').waitFor();
  await dropOnto(page, [folder]);
}
