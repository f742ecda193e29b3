import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { BrowserContext } from 'playwright';
import { root } from '../../../scripts/run.mjs';
import {
  databaseFile,
  filesDirectory,
  poolDirectory,
  poolHeaderBytes,
} from '../../../src/lib/protocol/pool-place';
import { markFor } from '../../../src/lib/protocol/pool-slots';
import { insertEarlier } from '../../unit/database/earlier-schema';

/** Before rows became narrow: the longest migration is still to come. */
const version = 15;

/** A database of an older version, as SQLite would have written it, with 15 tokens per event in October 2026. */
export async function olderDatabase(events: number): Promise<Uint8Array> {
  const sqlite3 = await sqlite3InitModule();
  const db = new sqlite3.oo1.DB(':memory:');
  const folder = join(root, 'migrations');
  const steps = readdirSync(folder).sort().slice(0, version);
  for (const name of steps) db.exec(readFileSync(join(folder, name), 'utf8'));
  db.exec(`PRAGMA user_version = ${version}; BEGIN;
    INSERT INTO imports (id, status, started_at, finished_at, updated_at) VALUES ('logs', 'finished', 1, 1, 1);
    INSERT INTO projects (id, name, created_at, updated_at) VALUES ('shop', 'Shop', 1, 1)`);
  for (let index = 0; index < events; index += 1)
    insertEarlier(db, {
      dedupeKey: `old:${index}`,
      projectId: 'shop',
      source: 'claude-code',
      importId: 'logs',
      eventType: 'chat',
      llmMode: 'cloud',
      sessionId: `session-${index % 40}`,
      provider: 'anthropic',
      model: 'claude-sonnet-4-5',
      path: '/home/ada/shop',
      position: index + 1,
      inputTokens: 10,
      cacheReadTokens: 0,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
      outputTokens: 5,
      reasoningTokens: 0,
      occurredAt: Date.UTC(2026, 9, 1 + (index % 28), 12),
      granularity: 'moment',
      isOutputFinal: true,
    });
  db.exec('COMMIT');
  const bytes = sqlite3.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}

/** Puts a database into the empty pool, as the library would name it. No tab of Tokentab may be open. */
export async function placeDatabase(context: BrowserContext, bytes: Uint8Array): Promise<void> {
  const file = new Uint8Array(poolHeaderBytes + bytes.length);
  file.set(markFor(databaseFile));
  file.set(bytes, poolHeaderBytes);
  await context.route('**/not-tokentab.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Something else</title>' }),
  );
  await context.route('**/older-database', (route) => route.fulfill({ body: Buffer.from(file) }));
  const page = await context.newPage();
  await page.goto('/not-tokentab.html');
  await page.evaluate(
    async ([pool, files]) => {
      const storage = await navigator.storage.getDirectory();
      for await (const name of storage.keys()) await storage.removeEntry(name, { recursive: true });
      const directory = await storage.getDirectoryHandle(pool, { create: true });
      const into = await (
        await directory.getDirectoryHandle(files, { create: true })
      ).getFileHandle('0', { create: true });
      await (await fetch('/older-database')).body?.pipeTo(await into.createWritable());
    },
    [poolDirectory('main'), filesDirectory] as const,
  );
  await page.close();
}
