/** The used part of `node:sqlite`, which the types of the oldest supported Node don't contain. */
export interface NativeDatabase {
  exec(sql: string): void;
  function(name: string, of: (...values: never[]) => null): void;
  prepare(sql: string): {
    run(...values: (string | number | null | Uint8Array)[]): void;
    get(...values: (string | number | null)[]): unknown;
    all(...values: (string | number | null)[]): unknown[];
  };
  close(): void;
}

/** Opens a file with the schema and pragmas of the app. */
export function openNative(file: string, migrations: readonly string[]): NativeDatabase {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as {
    DatabaseSync: new (file: string) => NativeDatabase;
  };
  const database = new DatabaseSync(file);
  database.exec(
    `PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY;
     PRAGMA cache_size = -32768; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;`,
  );
  // The app's own functions, which migrations name: here they only ever see an empty database.
  for (const name of ['event_key', 'family_of_key'])
    database.function(name, (_text: never, _source: never) => null);
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
  return database;
}
