import { expect, it } from 'vitest';
import { withTax } from '../../../src/lib/model/statement-details';
import { openTestDatabase, testNow } from './open';
import { addProject } from './samples';

const nothing = { ownAddress: '', taxRate: null, clientAddress: '', number: '', billing: null };
const details = {
  ownAddress: 'Ada\nLane 1',
  taxRate: 1_900,
  clientAddress: 'Harbour\nPier 2',
  number: '2026-7',
  billing: { kind: 'percent', hundredths: 1_500 },
} as const;

it('the sender and the tax apply to all statements, an address to a client, a number to one statement', async () => {
  const { commands } = await openTestDatabase();
  expect(commands.getStatementDetails('Harbour', '2026-11')).toEqual(nothing);
  commands.updateStatementDetails('Harbour', '2026-11', details, testNow);
  expect(commands.getStatementDetails('Harbour', '2026-11')).toEqual(details);
  expect(commands.getStatementDetails('Harbour', '2026-12')).toEqual({ ...details, number: '' });
  expect(commands.getStatementDetails('', '2026-11')).toEqual({
    ...details,
    clientAddress: '',
    number: '',
    billing: null,
  });
});

it('the address follows a client to its new name, and is still there when that is undone', async () => {
  const { commands } = await openTestDatabase();
  addProject(commands, 'shop');
  commands.updateClientName(['shop'], 'Harbour', testNow);
  commands.updateStatementDetails('Harbour', '2026-11', details, testNow);
  commands.updateClientName(['shop'], 'Pier', testNow);
  expect(commands.getStatementDetails('Pier', '2026-12').clientAddress).toBe(details.clientAddress);
  commands.updateClientName(['shop'], 'Harbour', testNow);
  expect(commands.getStatementDetails('Harbour', '2026-12').clientAddress).toBe(details.clientAddress);
});

it('fields saved one after another are all kept', async () => {
  const { commands } = await openTestDatabase();
  for (const [name, value] of Object.entries(details))
    commands.updateStatementDetails('Harbour', '2026-11', { [name]: value }, testNow);
  expect(commands.getStatementDetails('Harbour', '2026-11')).toEqual(details);
  commands.updateStatementDetails('Harbour', '2026-11', { taxRate: null }, testNow);
  expect(commands.getStatementDetails('Harbour', '2026-11')).toEqual({ ...details, taxRate: null });
});

it('refuses invalid details', async () => {
  const { commands } = await openTestDatabase();
  const update = (changes: object, month = '2026-11') =>
    commands.updateStatementDetails('', month, changes, testNow);
  for (const changes of [
    { taxRate: -1 },
    { taxRate: 10_001 },
    { taxRate: 0.5 },
    { number: 'x'.repeat(101) },
    { billing: { kind: 'percent', hundredths: -1 } },
    { billing: { kind: 'perMillion', nano: 1, currency: 'euro' } },
  ])
    expect(() => update(changes)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  expect(() => update({}, 'November')).toThrow(expect.objectContaining({ code: 'BadInput' }));
});

it.each([
  [43_604_872_800, 1_900, 43_600_000_000, 8_280_000_000, 51_880_000_000],
  [5_000_000, 1_900, 10_000_000, 0, 10_000_000],
  [4_999_999, 1_900, 0, 0, 0],
  [1_000_000_000, 0, 1_000_000_000, 0, 1_000_000_000],
])('%i nano-dollars with %i hundredths of a percent add up in whole cents', (cost, rate, net, tax, gross) => {
  expect(withTax(cost, rate)).toEqual({ net, tax, gross });
});
