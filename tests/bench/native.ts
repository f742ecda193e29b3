import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrations } from '../../src/lib/database/opening/migrations';
import { root } from '../../scripts/run.mjs';
import { cacheFolder } from './cache';
import type { Task } from './native/peer';

const exec = promisify(execFile);
const peer = join(root, 'tests/bench/native/peer.ts');

/** Identifies the schema: a database that was filled with another one isn't used. */
export const schemaName = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 8);
const schemaFile = join(cacheFolder, `schema-${schemaName}.json`);

/** A Node with built-in SQLite, and the version of SQLite. */
export interface NativeNode {
  name: string;
  perform<Result>(task: Task): Promise<Result>;
}

let found: Promise<NativeNode | null> | undefined;

/**
 * The current Node if it can, else the newest 22 from npm, installed next to the corpora. Null if neither is
 * available.
 */
export function findNative(): Promise<NativeNode | null> {
  writeFileSync(schemaFile, JSON.stringify(migrations));
  return (found ??= find());
}

async function find(): Promise<NativeNode | null> {
  const installed = join(cacheFolder, 'node-22');
  const other = join(installed, 'node_modules/.bin/node');
  for (const program of [process.execPath, other]) {
    try {
      if (program === other && !existsSync(other)) await install(installed);
      const name = await start<string | null>(program, { kind: 'version' });
      if (name !== null) return { name: `SQLite in ${name}`, perform: (task) => start(program, task) };
    } catch {
      // This one has no SQLite or can't run TypeScript. Try the next one; if there is none, the table says so.
    }
  }
  return null;
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await exec('npm', ['install', '--no-save', 'node@22'], { cwd: folder });
}

async function start<Result>(program: string, task: Task): Promise<Result> {
  const { stdout } = await exec(program, ['--no-warnings', peer, schemaFile, JSON.stringify(task)]);
  return JSON.parse(stdout) as Result;
}
