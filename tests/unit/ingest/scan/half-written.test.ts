import { problemKey, type StoredProblem } from '../../../../src/lib/model/problem';
import { describe, expect, it } from 'vitest';
import { importChanges } from '../../../../src/lib/ingest/run/import-files';
import { ImportSession } from '../../../../src/lib/ingest/run/import-session';
import { fixture } from '../../sources/support/fixtures';
import { chosenFile, inPlace, openTarget } from '../run/database-target';

const memory = { root: 'folder-1', reader: 'build-1', isLive: true };

/** Reads successive states of one file, as a connected folder does. */
async function watch(name: string, states: Uint8Array<ArrayBuffer>[]) {
  const { target, commands } = await openTarget();
  const session = new ImportSession();
  const problems: StoredProblem[][] = [];
  for (const [index, bytes] of states.entries()) {
    const files = [chosenFile(name, bytes, index + 1)];
    const summary = await importChanges(target, files, { ...inPlace, memory, session });
    problems.push(summary?.problems.map(({ reason }) => reason) ?? []);
  }
  return { problems, months: commands.getUsageMonths().map((month) => commands.getGlobalUsageStats(month)) };
}

describe.each([
  'claude-code/session.jsonl',
  'codex-cli/parent.jsonl',
  'copilot-cli/events.jsonl',
  'gemini-cli/session.jsonl',
  'otlp/traces.jsonl',
])('%s, while a tool writes it', (name) => {
  const whole = fixture(name);
  const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;

  it('is complete in the end, and its half-written line is never reported', async () => {
    const atOnce = await watch(name, [whole]);
    for (const cut of [lastLine + 1, Math.floor((lastLine + whole.length) / 2), whole.length - 3]) {
      const live = await watch(name, [whole.slice(0, cut), whole]);
      expect(live.months).toEqual(atOnce.months);
      expect(live.problems.at(-1)).toEqual(atOnce.problems.at(-1));
      // Copilot's reader reports that the session hasn't ended, which is true at this point.
      expect(
        live.problems[0]?.filter((reason) => /json|cut-off|not-an-object/.test(problemKey(reason))),
      ).toEqual([]);
    }
  });
});

describe('a document that is read while it is being rewritten', () => {
  it('is a problem only until it is complete', async () => {
    const whole = fixture('gemini-cli/session.json');
    const atOnce = await watch('session.json', [whole]);
    const live = await watch('session.json', [whole.slice(0, 400), whole]);
    expect(live.months).toEqual(atOnce.months);
    expect(live.problems[0]).toHaveLength(1);
    expect(live.problems[1]).toEqual(atOnce.problems[0]);
  });
});

describe('a list of batches on one line, which has no line end', () => {
  const list = new TextEncoder().encode(`[${new TextDecoder().decode(fixture('otlp/traces.json')).trim()}]`);

  it('is read once it is complete, over any number of lines', async () => {
    const expected = await watch('otlp/traces.json', [fixture('otlp/traces.json')]);
    expect(expected.months).not.toEqual([]);
    const oneLine = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(list))));
    for (const bytes of [list, oneLine]) {
      const cut = bytes.slice(0, bytes.length - 5);
      expect((await watch('traces.json', [bytes])).months).toEqual(expected.months);
      expect((await watch('traces.json', [cut, bytes])).months).toEqual(expected.months);
    }
  });
});

describe('a file in a connected folder that nothing can read', () => {
  it('is reported once, however often it changes', async () => {
    const state = (number: number): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`{"open":${number}}`);
    const { target } = await openTarget();
    const session = new ImportSession();
    const counts: (number | undefined)[] = [];
    for (const number of [1, 22, 333]) {
      const files = [chosenFile('folder/state.json', state(number), number)];
      if (number === 333) files.push(chosenFile('folder/other.json', state(1), 1));
      const summary = await importChanges(target, files, { ...inPlace, memory, session });
      counts.push(summary?.problems[0]?.count);
      expect(summary?.problems).toHaveLength(1);
    }
    expect(counts).toEqual([1, 1, 2]);
  });
});
