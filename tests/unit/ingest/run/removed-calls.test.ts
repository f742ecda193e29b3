import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { chosenFile, inPlace, openTarget } from './database-target';

const start = Date.UTC(2026, 6, 1, 10);
const minute = 60_000;

/** A Cline session: calls of 10, 20, … tokens in and one out, each a minute after the one before. */
const call = (number: number) => ({
  id: `m${number}`,
  role: 'assistant',
  ts: start + number * minute,
  modelInfo: { id: 'claude-sonnet-4-5', provider: 'anthropic' },
  metrics: { inputTokens: number * 10, outputTokens: 1, cost: number / 100 },
});
/** A message that compaction kept, without its metrics. */
const kept = (number: number) => ({ ...call(number), metrics: undefined });
/** Such a message with the sum of calls 1 to `last`. */
const compacted = (number: number, last: number) => {
  const numbers = Array.from({ length: last }, (_each, index) => index + 1);
  const sum = numbers.reduce((total, each) => total + each, 0);
  const usageBefore = { inputTokens: sum * 10, outputTokens: last, cost: sum / 100 };
  return { ...kept(number), metadata: { usageBefore } };
};
const session = (...messages: unknown[]) =>
  chosenFile(
    '.cline/data/sessions/s1/s1.messages.json',
    JSON.stringify({ version: 1, updated_at: 'x', sessionId: 's1', messages }),
    messages.length,
  );

const cliStates = [
  session(call(1), call(2)),
  session(call(1), call(2), call(3)),
  // Calls 4 and 5 were never read one by one.
  session(compacted(4, 5), kept(5), call(6)),
  // The second compaction holds the first.
  session(compacted(6, 7), kept(7), call(8)),
];
/** Calls 1 to 8. */
const cliTruth = { inputTokens: 360, outputTokens: 8, costNanoUsd: 360_000_000 };

const request = (number: number, say = 'api_req_started', tokensIn = number * 10, tokensOut = 1) => ({
  ts: start + number * minute,
  type: 'say',
  say,
  text: JSON.stringify({ tokensIn, tokensOut, cacheWrites: 0, cacheReads: 0, cost: tokensIn / 1000 }),
});
const task = (...messages: unknown[]) =>
  chosenFile(
    'globalStorage/saoudrizwan.claude-dev/tasks/1/ui_messages.json',
    JSON.stringify([{ ts: start, type: 'say', say: 'text', text: 'x' }, ...messages]),
    messages.length,
  );
const taskStates = [
  task(request(1), request(2)),
  // Requests 2 and 3 were taken back; request 3 was never read.
  task(request(1), request(4, 'deleted_api_reqs', 50, 2), request(5)),
];
/** Requests 1, 2, 3 and 5. */
const taskTruth = { inputTokens: 110, outputTokens: 4, costNanoUsd: 110_000_000 };

const range = { from: '2020-01-01', to: '2099-12-31' };

describe.each([
  ['Cline CLI’s compaction', cliStates, cliTruth],
  ['messages of Cline that were taken back', taskStates, taskTruth],
])('%s', (_name, states, truth) => {
  it.each(['forwards', 'backwards'])('counts no call twice, read %s', async (order) => {
    const { target, commands } = await openTarget();
    const totals = () => commands.getUsageTotals(range, null)[0];
    const files = order === 'forwards' ? states : states.toReversed();
    for (const file of files) await importFiles(target, [file], inPlace);
    expect(totals()).toMatchObject(truth);
    const before = totals();
    for (const file of files)
      expect(await importFiles(target, [file], inPlace)).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });
    expect(totals()).toEqual(before);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  });

  it('counts fully if only the sum is known, also after an undo', async () => {
    const { target, commands } = await openTarget();
    const totals = () => commands.getUsageTotals(range, null)[0];
    await importFiles(target, states.slice(-1), inPlace);
    const alone = totals();
    await importFiles(target, states.slice(0, 1), inPlace);
    const [newest] = commands.getImports();
    expect(totals()?.inputTokens).toBe(alone?.inputTokens);
    commands.undoImport(newest!.id, Date.now());
    expect(totals()).toEqual(alone);
  });
});
