import { beforeEach, expect, it, vi } from 'vitest';
import type { Budget } from '../../../src/lib/model/budget';
import { monthPeriod, namedPeriod, type Period } from '../../../src/lib/model/ranges';
import { createReader } from '../../../src/lib/state/database/reader';
import type { Filters } from '../../../src/lib/state/view/view-address';
import { readViewUsage } from '../../../src/lib/state/view/view-usage';
import { openTestDatabase, testNow, type TestDatabase } from '../database/open';
import { addProject, manualEvent } from '../database/samples';

/** Which budget the page of all projects, of a client and of a project shows. */

vi.mock('$app/paths', () => ({ resolve: (path: string) => path }));

let test: TestDatabase;

function save(scope: Budget['scope'], scopeKey: string, amount: number | null, fromMonth = '2026-09'): void {
  const budget: Budget = { scope, scopeKey, fromMonth, unit: 'tokens', amount, thresholds: [] };
  test.commands.saveBudget(budget, testNow);
}

async function shown(filters: Filters, period: Period = monthPeriod('2026-11')) {
  const read = createReader((reads) => Promise.resolve(test.commands.readTogether(reads)), vi.fn());
  const view = { period, by: 'project', comparison: 'none', filters } as const;
  const { budget } = await readViewUsage(read, view, '2026-11-15', { all: test.commands.getProjects() });
  return budget && [budget.amount, budget.use.totalTokens];
}

beforeEach(async () => {
  test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  addProject(test.commands, 'beta');
  test.commands.updateProject('alpha', { clientName: 'ACME' }, testNow);
  for (const projectId of ['alpha', 'beta'])
    test.commands.recordUsageEvent(
      manualEvent({ id: projectId, projectId, inputTokens: 100, outputTokens: 0 }),
    );
  save('all', '', 1000);
  save('client', 'ACME', 500);
  save('project', 'beta', 50);
});

it('belongs to the page’s subject, with the usage shown on the page', async () => {
  expect(await shown({})).toEqual([1000, 200]);
  expect(await shown({ client: 'ACME' })).toEqual([500, 100]);
  expect(await shown({ project: 'beta' })).toEqual([50, 100]);
  expect(await shown({ project: 'alpha' })).toBeNull();
});

it('is missing if other filters hide usage, or for more than a month', async () => {
  expect(await shown({ model: 'gpt-5' })).toBeNull();
  expect(await shown({ client: 'ACME', model: 'gpt-5' })).toBeNull();
  expect(await shown({}, namedPeriod('year', '2026-11-15'))).toBeNull();
});

it('is the one that applied in the month', async () => {
  save('all', '', 2000, '2026-10');
  save('all', '', null, '2026-12');
  expect(await shown({}, monthPeriod('2026-09'))).toEqual([1000, 0]);
  expect(await shown({}, monthPeriod('2026-08'))).toBeNull();
  expect(await shown({}, monthPeriod('2026-12'))).toBeNull();
});
