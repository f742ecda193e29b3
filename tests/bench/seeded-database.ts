import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { cacheFolder } from './cache';
import { schemaName, type NativeNode } from './native';

/** The file of a database with this many events and 200 projects. Created once per schema and kept. */
export async function seededDatabase(native: NativeNode, events: number): Promise<string> {
  const file = join(cacheFolder, `month-${events}-${schemaName}.sqlite3`);
  if (!existsSync(file)) {
    console.log(`Making ${file} …`);
    await native.perform({ kind: 'seed', file, events });
  }
  return file;
}

/** Puts a database file into the storage of the page's site. */
export async function placeDatabase(page: Page, file: string): Promise<void> {
  await page.goto('/bench/');
  await page.locator('input').setInputFiles(file);
  const output = page.locator('output');
  await output.filter({ hasText: /./ }).waitFor({ timeout: 10 * 60_000 });
  const outcome = await output.textContent();
  if (outcome !== 'done') throw new Error(`The database could not be put into the storage: ${outcome ?? ''}`);
}
