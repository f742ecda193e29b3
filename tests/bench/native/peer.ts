import { readFileSync } from 'node:fs';
import { insertNatively, type Way } from './insert.ts';
import { queryNatively } from './query.ts';
import { seedNatively } from './seed.ts';

export type Task =
  | { kind: 'version' }
  | { kind: 'insert'; file: string; count: number; way: Way }
  | { kind: 'seed'; file: string; events: number }
  | { kind: 'query'; file: string; month: string; times: number };

/** Runs in a Node that has SQLite and reads TypeScript: one task from the command line, with its result as JSON. */
const [schemaFile = '', json = ''] = process.argv.slice(2);
const migrations = JSON.parse(readFileSync(schemaFile, 'utf8')) as string[];
console.log(JSON.stringify(perform(JSON.parse(json) as Task)));

function perform(task: Task): unknown {
  if (task.kind === 'insert') return insertNatively(task.file, migrations, task.count, task.way);
  if (task.kind === 'query') return queryNatively(task.file, task.month, task.times);
  if (task.kind === 'seed') {
    seedNatively(task.file, migrations, task.events);
    return null;
  }
  return process.getBuiltinModule('node:sqlite') === undefined ? null : `Node ${process.versions.node}`;
}
