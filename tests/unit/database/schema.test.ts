import { expect, it } from 'vitest';
import type { DatabaseContext } from '../../../src/lib/database/context';
import { migrate } from '../../../src/lib/database/opening/migrate';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { openConnection } from './open';

/** A new database is created from `migrations/schema.sql`. After adding a migration, `npm run schema` writes it again. */
it('migrations/schema.sql equals the schema that all migrations create', async () => {
  const migrated = await openConnection();
  await migrate(migrated, { migrations: [...migrations] });
  await expect(dump(migrated)).toMatchFileSnapshot('../../../migrations/schema.sql');
});

it('a new database equals one that went through all migrations', async () => {
  const [created, migrated] = [await openConnection(), await openConnection()];
  await migrate(created);
  await migrate(migrated, { migrations: [...migrations] });
  expect(dump(created)).toBe(dump(migrated));
});

const heading = `-- The whole schema, as all migrations leave an empty database. A new database is created from it.
-- Written by \`npm run schema\`: never edit it, add a migration.
`;

/** The database as SQL: its pragmas, tables, indexes, views and triggers in the order of their creation, and its rows. */
function dump({ db }: DatabaseContext): string {
  const texts = (sql: string) => db.selectValues(sql) as string[];
  const pragmas = ['application_id', 'user_version'].map(
    (name) => `PRAGMA ${name} = ${Number(db.selectValue(`PRAGMA ${name}`))}`,
  );
  const definitions = texts(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
  );
  const tables = texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const rows = tables.flatMap((table) => {
    const columns = texts(`SELECT format('quote("%w")', name) FROM pragma_table_info('${table}')`);
    const values = columns.join(" || ', ' || ");
    return texts(`SELECT 'INSERT INTO ${table} VALUES (' || ${values} || ')' FROM "${table}"`);
  });
  return heading + [...pragmas, ...definitions, ...rows].map((statement) => `\n${statement};\n`).join('');
}
