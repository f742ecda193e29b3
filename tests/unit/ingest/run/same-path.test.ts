import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { fixture } from '../../sources/support/fixtures';
import { chosenFile, inPlace, openTarget } from './database-target';

const always = { from: '2020-01-01', to: '2099-12-31' };
const memory = { root: 'chosen', reader: 'build-1', isLive: false };
const session = fixture('claude-code/session.jsonl');
const rollout = fixture('codex-cli/parent.jsonl');

async function imported(...imports: ChosenFile[][]) {
  const { target, commands } = await openTarget();
  const summaries = [];
  for (const files of imports) summaries.push(await importFiles(target, files, { ...inPlace, memory }));
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  const totals = commands.getUsageTotals(always, 'source').map(({ key, totalTokens }) => [key, totalTokens]);
  return { totals, summaries };
}

describe('files that occur more than once in an import', () => {
  const once = [chosenFile('log.jsonl', session)];

  it('as the same file twice count once, also when imported again', async () => {
    const twice = [chosenFile('log.jsonl', session), chosenFile('log.jsonl', session)];
    const { totals, summaries } = await imported(twice, twice);
    expect(totals).toEqual((await imported(once)).totals);
    expect(summaries[1]).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });
  });

  it('as different files with one name are both read, in the next import too', async () => {
    const both = [chosenFile('log.jsonl', session, 5), chosenFile('log.jsonl', rollout, 5)];
    const { totals } = await imported(both);
    expect(totals.map(([source]) => source).sort()).toEqual(['claude-code', 'codex-cli']);
    expect((await imported(once, both.toReversed(), both)).totals.toSorted()).toEqual(totals.toSorted());
  });

  it('as a folder and its parent count once, in any order and one after another', async () => {
    const inner = [chosenFile('projects/a/log.jsonl', session), chosenFile('projects/b.jsonl', rollout)];
    const outer = inner.map(({ path, file }) => ({ path: `.claude/${path}`, file }));
    const { totals } = await imported(inner);
    for (const imports of [[[...outer, ...inner]], [outer, inner], [inner, outer, inner]]) {
      const several = await imported(...imports);
      expect(several.totals).toEqual(totals);
    }
  });
});
