import { expect, it } from 'vitest';
import { changeSince } from '../../../src/lib/model/issued';
import { openTestDatabase, testNow } from './open';
import { addProject, manualEvent } from './samples';

const statement = { kind: 'statement', key: 'ACME' } as const;

it('a month reports how much it changed since it was last printed or exported', async () => {
  const { commands } = await openTestDatabase();
  addProject(commands, 'alpha');
  const sums = () => {
    const { totalTokens, costNanoUsd, unpricedTokens } = commands.getGlobalUsageStats('2026-11');
    return { totalTokens, costNanoUsd, unpricedTokens };
  };
  expect(commands.getIssued(statement, '2026-11')).toBeNull();
  commands.recordUsageEvent(manualEvent({ model: 'gpt-5' }));
  const issued = { ...sums(), issuedAt: testNow };
  commands.recordIssued(statement, '2026-11', issued);
  expect(commands.getIssued(statement, '2026-11')).toEqual(issued);
  expect(commands.getIssued({ ...statement, key: '' }, '2026-11')).toBeNull();
  expect(commands.getIssued(statement, '2026-10')).toBeNull();
  expect(changeSince(issued, sums())).toBeNull();

  commands.recordUsageEvent(manualEvent({ id: 'late', inputTokens: 7, outputTokens: 0 }));
  expect(changeSince(issued, sums())).toEqual({ totalTokens: 7, costNanoUsd: 0, unpricedTokens: 7 });
  commands.recordIssued(statement, '2026-11', { ...sums(), issuedAt: testNow + 1 });
  const again = commands.getIssued(statement, '2026-11');
  expect(again && changeSince(again, sums())).toBeNull();
  commands.deleteUsageEvent('late');
  expect(again && changeSince(again, sums())).toEqual({
    totalTokens: -7,
    costNanoUsd: 0,
    unpricedTokens: -7,
  });
});
