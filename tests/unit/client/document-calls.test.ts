import { expect, it } from 'vitest';
import type { DatabaseClient } from '../../../src/lib/client/connect';
import { startExtraction } from '../../../src/lib/client/document-calls';
import { address, answered, document } from '../database/documents/samples';
import { openTestDatabase, testNow } from '../database/open';
import { addProject } from '../database/samples';

/** A project with two waiting documents, and a client that asks its database. */
async function waitingDocuments() {
  const { commands } = await openTestDatabase();
  addProject(commands, 'alpha');
  commands.saveLlmAddress(address, testNow);
  commands.addDocuments([document('a'), document('b')]);
  const call: DatabaseClient['call'] = (command, ...args) => {
    const run = commands[command] as (...args: unknown[]) => never;
    return Promise.resolve().then(() => run(...args));
  };
  return { commands, client: { call } as DatabaseClient };
}

const extraction = { projectId: 'alpha', address: address.name, model: 'tiny' };

it('starts a batch for the waiting documents, with the address given by name', async () => {
  const { commands, client } = await waitingDocuments();
  const fields = [{ name: 'level', type: 'choice', choices: ['junior', 'senior'] }];
  const id = await startExtraction(client, { ...extraction, fields, limitUsd: 0.5 });
  expect(commands.getBatch(id)).toMatchObject({
    state: 'running',
    addressId: 'here',
    eventType: 'document_extraction',
    setup: { kind: 'fields', fields },
    limitNanoUsd: 500_000_000,
    heedsBudgets: true,
    documents: { waiting: 2 },
  });
});

it('takes only the named documents', async () => {
  const { commands, client } = await waitingDocuments();
  const id = await startExtraction(client, { ...extraction, documentIds: ['b'] });
  expect(commands.getBatch(id)).toMatchObject({ eventType: 'cv_extraction', documents: { waiting: 1 } });
});

it('books its usage under an event type of the caller’s own', async () => {
  const { commands, client } = await waitingDocuments();
  const id = await startExtraction(client, { ...extraction, eventType: 'invoice' });
  commands.claimDocument({ batchId: id, attemptId: 'call', claimedAt: testNow });
  commands.settleAttempt(answered('call'));
  const { events } = commands.getUsageEvents({
    from: '2026-11-01',
    to: '2026-11-30',
    after: null,
    limit: 9,
  });
  expect(events).toMatchObject([{ eventType: 'invoice', totalTokens: 190 }]);
});

it.each([
  ['an address that the user has not saved', { address: 'https://example.com' }, 'no-saved-address'],
  ['no model', { model: ' ' }, 'model must not be empty.'],
  ['an unknown type', { fields: [{ name: 'a', type: 'image' }] }, 'type must be one of text'],
  ['a project that does not exist', { projectId: 'none' }, 'project'],
])('refuses %s', async (_, changes, message) => {
  const { client } = await waitingDocuments();
  await expect(startExtraction(client, { ...extraction, ...changes })).rejects.toThrow(message);
});
