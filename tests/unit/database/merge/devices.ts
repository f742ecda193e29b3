import fc from 'fast-check';
import { TokentabError } from '../../../../src/lib/model/errors';
import { mergeDatabase } from '../../../../src/lib/database/merge/merge-database';
import { bring, decisionOf } from '../decisions/decide';
import { contents, idsOf, rows } from '../decisions/contents';
import { steps, type Step } from '../decisions/steps';
import { openTestDatabase, testNow, type TestDatabase } from '../open';
import { reprice } from '../reprice';
import { callMapping } from '../../sources/support/mappings';

/** A decision that isn't about where events belong. `one` picks its subject, `other` the value. */
export interface Touch {
  kind: 'touch';
  what:
    | 'rename'
    | 'client'
    | 'archive'
    | 'unpin'
    | 'order-pins'
    | 'remove'
    | 'delete-event'
    | 'budget'
    | 'drop-budget'
    | 'price'
    | 'mapping'
    | 'drop-mapping'
    | 'address';
  one: number;
  other: number;
}

const touch = fc.record({
  kind: fc.constant('touch' as const),
  what: fc.constantFrom<Touch['what']>(
    ...(['rename', 'client', 'archive', 'unpin', 'order-pins', 'remove', 'delete-event'] as const),
    ...(['budget', 'drop-budget', 'price', 'mapping', 'drop-mapping', 'address'] as const),
  ),
  one: fc.nat({ max: 20 }),
  other: fc.nat({ max: 3 }),
});

/** What happens on one device in a week: steps in the life of a database, in any order. */
export const week: fc.Arbitrary<(Step | Touch)[]> = fc
  .tuple(steps, fc.array(touch, { maxLength: 5 }), fc.array(fc.nat({ max: 20 }), { maxLength: 5 }))
  .map(([list, touches, places]) =>
    touches.reduce<(Step | Touch)[]>(
      (mixed, each, index) => mixed.toSpliced((places[index] ?? 0) % (mixed.length + 1), 0, each),
      list,
    ),
  );

export async function openDevice(): Promise<TestDatabase> {
  const test = await openTestDatabase();
  // A machine's clock may show any time; in the tests it shows about `testNow`.
  test.database.db.exec(`UPDATE clock SET last = ${testNow}`);
  return test;
}

/** Lives through a week. `name` makes the ids of what it creates its own. */
export function live(test: TestDatabase, name: number, list: readonly (Step | Touch)[]): void {
  for (const [number, step] of list.entries()) {
    if (step.kind === 'touch') attempt(() => decideTouch(test, step, name * 1000 + number));
    else {
      bring(test, step, name * 1000 + number);
      attempt(() => decisionOf(test, step)?.apply());
    }
  }
}

/** An impossible decision, such as pinning an archived project, is refused and changes nothing. */
function attempt(decide: () => unknown): void {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof TokentabError) || error.code !== 'BadInput') throw error;
  }
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function decideTouch(test: TestDatabase, { what, one, other }: Touch, number: number): void {
  const { commands } = test;
  const at = testNow + 2;
  const project = pick(commands.getProjects(), one);
  const id = project?.id ?? 'none';
  switch (what) {
    case 'rename':
      commands.updateProject(id, { name: `Name ${other}` }, at);
      return;
    case 'client':
      commands.updateProject(id, { clientName: other === 0 ? null : `Client ${other}` }, at);
      return;
    case 'archive':
      commands.updateProject(id, { isArchived: other % 2 === 0 }, at);
      return;
    case 'unpin':
      commands.updateProjectPinned(pick(commands.getPinnedProjects(), one)?.id ?? 'none', false, at);
      return;
    case 'order-pins': {
      const ids = commands.getPinnedProjects().map((each) => each.id);
      const first = pick(ids, one);
      if (first !== undefined) commands.reorderPinnedProjects([first], at);
      return;
    }
    case 'remove':
      commands.removeDeletedProject(pick(commands.getDeletedProjects(), one)?.id ?? 'none');
      return;
    case 'delete-event': {
      const event = pick(
        idsOf(test, "SELECT dedupe_key FROM usage_events WHERE source = 'manual' ORDER BY 1"),
        one,
      );
      if (event !== undefined) commands.deleteUsageEvent(event);
      return;
    }
    case 'budget':
      commands.saveBudget(
        {
          ...budget(one),
          unit: 'tokens',
          amount: other + 1,
          thresholds: [80],
        },
        at,
      );
      return;
    case 'drop-budget':
      commands.deleteBudget(budget(one), budget(one).fromMonth);
      return;
    case 'price':
      setPrice(test, one, other, number);
      return;
    case 'mapping':
      saveMapping(test, number, other);
      return;
    case 'drop-mapping': {
      const mapped = pick(idsOf(test, 'SELECT id FROM table_mappings ORDER BY id'), one);
      if (mapped !== undefined) commands.deleteTableMapping(mapped, at);
      return;
    }
    case 'address':
      commands.updateStatementDetails(
        `Client ${one % 3}`,
        '2026-11',
        { clientAddress: `Street ${other}` },
        at,
      );
  }
}

const budget = (one: number) => ({
  scope: 'client' as const,
  scopeKey: `Client ${one % 3}`,
  fromMonth: one % 2 === 0 ? '2026-11' : '2026-10',
});

/** A price is followed by a run over all that it concerns, as the page does it. */
function setPrice({ commands }: TestDatabase, one: number, other: number, number: number): void {
  const model = ['claude-sonnet-4-5', 'another-model'][one % 2] ?? '';
  const perToken = {
    input: 1000 * other,
    output: 2000 * other,
    cacheRead: 1,
    cacheWrite5m: 1,
    cacheWrite1h: 1,
  };
  const choices = [
    null,
    { kind: 'free' as const },
    { kind: 'own' as const, prices: [{ from: null, perToken }] },
    { kind: 'alias' as const, model: 'claude-opus-4-1' },
  ];
  commands.savePriceChoice(model, choices[other] ?? null, testNow);
  reprice(commands, `price-${number}`, [model]);
}

function saveMapping({ commands }: TestDatabase, number: number, other: number): void {
  const id = `m-${number}`;
  commands.saveTableMapping({ ...callMapping, id, name: `Table ${number}` }, testNow);
  const names = commands
    .getTableMappings()
    .map(({ mapping, deletedAt }) => deletedAt === null && mapping.name);
  if (!names.includes(`Table ${other}`)) commands.renameTableMapping(id, `Table ${other}`, testNow);
}

/** Makes `into` hold what both hold. */
export function takeIn(into: TestDatabase, from: TestDatabase): void {
  const { sqlite3, db } = from.database;
  mergeDatabase(into.database, sqlite3.capi.sqlite3_js_db_export(db));
}

/** Everything that two devices should agree on. */
export function agreed(test: TestDatabase) {
  const { commands } = test;
  return {
    ...contents(test),
    details: rows(
      test,
      `SELECT id, client_name, description FROM projects WHERE EXISTS (SELECT 1 FROM registers
         WHERE kind = 'project' AND registers.id = projects.id) ORDER BY id`,
    ),
    aside: rows(
      test,
      `SELECT dedupe_key, import_id, total_tokens FROM superseded_usage_events ORDER BY dedupe_key, import_id`,
    ),
    imports: rows(test, 'SELECT id, status FROM imports ORDER BY id'),
    sessions: rows(test, 'SELECT * FROM sessions ORDER BY source, session_id, import_id'),
    registers: rows(test, 'SELECT * FROM registers ORDER BY kind, id, field'),
    removed: rows(test, 'SELECT hex(key), removed_at FROM removed_events ORDER BY 1'),
    mappings: rows(test, 'SELECT id, name, deleted_at IS NULL FROM table_mappings ORDER BY id'),
    budgets: commands.getBudgets(),
    prices: rows(test, 'SELECT model, choice FROM price_choices WHERE choice IS NOT NULL ORDER BY model'),
    settings: rows(test, "SELECT key, value FROM settings WHERE key <> 'datedIn' ORDER BY key"),
    clock: test.database.db.selectValue('SELECT last >= (SELECT max(stamp) FROM registers) FROM clock'),
  };
}
