import { expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import { migrate } from '../../../src/lib/database/opening/migrate';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { madeProjectId } from '../../../src/lib/database/projects/made-project-id';
import { ensureDatedIn } from '../../../src/lib/database/usage/time-zone';
import { insertEarlier } from './earlier-schema';
import { openConnection } from './open';
import { sourceEvent } from './samples';

it('version 17 gives projects ids derived from their folders, and decisions their time', async () => {
  const database = await openConnection();
  await migrate(database, { migrations: migrations.slice(0, 16) });
  const { db } = database;
  db.exec(`
    INSERT INTO imports (id, status, started_at, finished_at, updated_at) VALUES ('i', 'finished', 1, 1, 1);
    INSERT INTO projects (id, name, client_name, created_at, updated_at, created_by_import, is_pinned, pin_order, pins_before) VALUES
      ('made', 'alpha', NULL, 5, 5, 'i', 0, 0, NULL), ('touched', 'Beta', 'ACME', 6, 70, NULL, 1, 1, NULL),
      ('own', 'Own', NULL, 7, 80, NULL, 0, 0, '["touched","own"]');
    UPDATE projects SET merged_into = 'made' WHERE id = 'own';
    INSERT INTO project_paths (path, project_id, created_at, updated_at, decided_at) VALUES
      ('/alpha', 'made', 5, 5, NULL), ('/beta', 'touched', 6, 6, NULL), ('/own', 'own', 9, 90, 90);
    INSERT INTO budgets VALUES ('project', 'made', '2026-11', 'tokens', 1, '[80]', 60)`);
  insertEarlier(db, { ...sourceEvent(), projectId: 'made', source: 'test', importId: 'i' });
  const totals = () => db.selectArrays('SELECT date, total_tokens, event_count FROM usage_daily');
  const before = totals();

  await migrate(database);
  ensureDatedIn(database);
  const [alpha, beta] = [madeProjectId('/alpha'), madeProjectId('/beta')];
  expect(alpha).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(db.selectArrays('SELECT id, name, merged_into, pins_before FROM projects ORDER BY name')).toEqual([
    [beta, 'Beta', null, null],
    ['own', 'Own', alpha, `["${beta}","own"]`],
    [alpha, 'alpha', null, null],
  ]);
  expect(totals()).toEqual(before);
  const commands = createCommands(database);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expect(commands.getBudgets()).toMatchObject([{ scopeKey: alpha }]);
  expect(
    db.selectArrays(
      "SELECT id, field, value, stamp FROM registers WHERE kind = 'project' ORDER BY id = 'own', field",
    ),
  ).toEqual([
    [beta, 'client_name', '"ACME"', 70],
    [beta, 'name', '"Beta"', 70],
    [beta, 'pin_rank', '1048576', 70],
    ['own', 'merged_into', `"${alpha}"`, 80],
    ['own', 'name', '"Own"', 80],
  ]);
  expect(db.selectArrays("SELECT id, stamp FROM registers WHERE kind = 'path'")).toEqual([['/own', 90]]);
  expect(db.selectValue('SELECT last FROM clock')).toBe(90);
});
