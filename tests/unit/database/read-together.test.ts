import { expect, it, vi } from 'vitest';
import { createReader } from '../../../src/lib/state/database/reader';
import { readStatement } from '../../../src/lib/state/view/statement';
import { readViewUsage } from '../../../src/lib/state/view/view-usage';
import type { View } from '../../../src/lib/state/view/view-address';
import { monthPeriod } from '../../../src/lib/model/ranges';
import type { Commands, Read } from '../../../src/lib/protocol/commands';
import { openTestDatabase } from './open';
import { addProject, manualEvent } from './samples';

vi.mock('$app/paths', () => ({ resolve: (path: string) => path }));

const november = { from: '2026-11-01', to: '2026-11-30' };

async function usedDatabase(): Promise<Commands> {
  const { commands } = await openTestDatabase();
  addProject(commands, 'alpha');
  addProject(commands, 'beta');
  commands.recordUsageEvent(manualEvent({ id: 'a', projectId: 'alpha', model: 'one' }));
  return commands;
}

/** A reader that calls the commands; `between` runs after each turn, like a write of another tab. */
function readerOf(commands: Commands, between: (turn: number) => void = () => undefined) {
  let turns = 0;
  const onTables = vi.fn();
  const read = createReader((reads) => {
    const answer = commands.readTogether(reads);
    between(++turns);
    return Promise.resolve(answer);
  }, onTables);
  return { read, onTables, turns: () => turns };
}

it('answers several reads in order, with the tables that they depend on', async () => {
  const commands = await usedDatabase();
  const reads: Read[] = [['getUsageMonths'], ['getUsageTotals', november, null], ['getProjects']];
  expect(commands.readTogether(reads)).toEqual({
    values: [commands.getUsageMonths(), commands.getUsageTotals(november, null), commands.getProjects()],
    tables: ['usage', 'projects'],
  });
});

it('refuses anything but reads', async () => {
  const { commands } = await openTestDatabase();
  for (const name of ['createProject', 'exportDatabase', 'readTogether', 'toString', 'getNothing']) {
    const reads = [[name]] as unknown as Read[];
    expect(() => commands.readTogether(reads)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  }
});

it('checks the arguments of each read', async () => {
  const { commands } = await openTestDatabase();
  const reads = [['getProjectPaths', 5]] as unknown as Read[];
  expect(() => commands.readTogether(reads)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  expect(() => commands.readTogether([null] as unknown as Read[])).toThrow('Give each read as a list');
});

it('a usage page is read in one turn', async () => {
  const commands = await usedDatabase();
  const { read, turns, onTables } = readerOf(commands);
  const view: View = { period: monthPeriod('2026-11'), by: 'model', comparison: 'previous', filters: {} };
  const usage = await readViewUsage(read, view, '2026-11-15', { all: [] });
  expect(turns()).toBe(1);
  expect(usage.stats).toMatchObject({ eventCount: 1, projectCount: 1, totalTokens: 120 });
  // Not of the projects, which change with every pin.
  expect(onTables).toHaveBeenCalledWith(['usage', 'budgets', 'prices']);
});

it('a statement adds up even if events are recorded while it is read', async () => {
  const commands = await usedDatabase();
  const { read } = readerOf(commands, (turn) => {
    if (turn > 2) return;
    const event = { id: `later-${turn}`, projectId: turn === 1 ? 'alpha' : 'beta', model: 'two' };
    commands.recordUsageEvent(manualEvent({ ...event, inputTokens: 1_000 }));
  });
  const projects = { all: ['alpha', 'beta'].map((id) => ({ id, clientName: null })) };
  const statement = await readStatement(read, '', '2026-11', projects);
  const parts = statement.projects.map(({ totals }) => totals.totalTokens);
  expect(statement.totals.totalTokens).toBe(parts.reduce((sum, each) => sum + each, 0));
  expect(statement.totals.totalTokens).toBe(120 + 1_020);
});
