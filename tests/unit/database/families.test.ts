import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../budget';
import { eventKey } from '../../../src/lib/model/event-key';
import { keyText } from '../../../src/lib/database/events/event-key';
import { importFiles } from '../../../src/lib/ingest/run/import-files';
import { countTokens } from '../sources/support/codex-reference';
import { families, writeRollout, type Rollout } from '../sources/support/codex-rollouts';
import { chosenFile, inPlace, openTarget } from '../ingest/run/database-target';
import { openTestDatabase } from './open';
import { importBatches, sourceEvent } from './samples';

const total = (commands: Awaited<ReturnType<typeof openTarget>>['commands']): number =>
  commands.getUsageTotals({ from: '2020-01-01', to: '2099-12-31' }, null)[0]?.totalTokens ?? 0;

/** Which files are there, how they fall into imports, in which order, and which import is undone in the end. */
const circumstances = fc.record({
  rollouts: families,
  order: fc.array(fc.nat(1000), { minLength: 18, maxLength: 18 }),
  cuts: fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
  undone: fc.nat(17),
});

function split(rollouts: readonly Rollout[], cuts: readonly boolean[]): Rollout[][] {
  const groups: Rollout[][] = [];
  for (const [index, rollout] of rollouts.entries()) {
    if (index === 0 || cuts[index] === true) groups.push([]);
    groups.at(-1)?.push(rollout);
  }
  return groups;
}

describe('Codex families in the database', () => {
  it('count the same as all files read at once, in any order of imports, also after undo and repeat', async () => {
    await fc.assert(
      fc.asyncProperty(circumstances, async ({ rollouts, order, cuts, undone }) => {
        const { target, commands } = await openTarget();
        const shuffled = rollouts
          .map((rollout, index) => ({ rollout, rank: order[index] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ rollout }) => rollout);
        const groups = split(shuffled, cuts).map((group) =>
          group.map((rollout) => chosenFile(`${rollout.id}.jsonl`, writeRollout(rollout))),
        );
        const ids: string[] = [];
        for (const files of groups) ids.push((await importFiles(target, files, inPlace)).id);
        expect(total(commands)).toBe(countTokens(rollouts));

        const place = undone % ids.length;
        commands.undoImport(ids[place] ?? '', Date.now());
        await importFiles(target, groups[place] ?? [], inPlace);
        // Another import's records of the same calls were duplicates of the undone ones, so everything must be read again.
        for (const files of groups) await importFiles(target, files, inPlace);
        expect(total(commands)).toBe(countTokens(rollouts));
        for (const { id } of commands.getImports()) commands.undoImport(id, Date.now());
        expect(total(commands)).toBe(0);
        expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
      }),
      { numRuns: rounds(20, 60) },
    );
  }, 120_000);
});

describe('a link between sessions', () => {
  const original = sourceEvent({
    dedupeKey: 'codex-cli:b:1',
    sessionId: 'b',
    precedence: 5,
    outputTokens: 7,
  });
  const copy = sourceEvent({ dedupeKey: 'codex-cli:a:1', sessionId: 'a', precedence: 4, outputTokens: 900 });
  const key = keyText(eventKey('codex-cli:a:1', 'codex-cli'));

  it.each([
    ['after both', [[original], [copy], []]],
    ['before both', [[], [original], [copy]]],
    ['between them', [[copy], [], [original]]],
  ])('keeps the preferred record when the link arrives %s', async (_, imports) => {
    const { commands, database } = await openTestDatabase();
    for (const [index, events] of imports.entries()) {
      const lineage = events.length === 0 ? [{ sessionId: 'b', parentId: 'a' }] : [];
      importBatches(commands, `import-${index}`, [{ events, lineage }], 'codex-cli');
    }
    const stored = database.db.selectArrays('SELECT dedupe_key, output_tokens FROM usage_events');
    expect(stored).toEqual([[key, 7]]);

    const withOriginal = imports.findIndex((events) => events.includes(original));
    commands.undoImport(`import-${withOriginal}`, 1);
    const left = database.db.selectArrays('SELECT dedupe_key, output_tokens FROM usage_events');
    // Where the original came first, the copy was a duplicate and is read again by the next import.
    expect(left).toEqual(imports[1]?.includes(original) === true ? [] : [[key, 900]]);
    expect(commands.checkIntegrity().ok).toBe(true);
  });
});

describe('a name for a path', () => {
  const projectNames = [{ path: 'openai:proj_1', name: ' Website\n relaunch ' }];
  const usage = { events: [sourceEvent({ path: 'openai:proj_1', sessionId: null })] };
  const names = (commands: { getProjects: () => { name: string }[] }) =>
    commands.getProjects().map(({ name }) => name);

  it.each([
    ['before', [{ events: [], projectNames }, usage]],
    ['after', [usage, { events: [], projectNames }]],
    ['with', [{ ...usage, projectNames }]],
  ])('names the automatically created project when the name arrives %s its usage', async (_, imports) => {
    const { commands } = await openTestDatabase();
    for (const [index, batch] of imports.entries()) importBatches(commands, `import-${index}`, [batch]);
    importBatches(commands, 'again', imports);
    expect(names(commands)).toEqual(['Website relaunch']);
  });

  it('never replaces a user’s name, and gets a number if the name is taken', async () => {
    const { commands } = await openTestDatabase();
    importBatches(commands, 'import-1', [usage]);
    const [project] = commands.getProjects();
    commands.updateProject(project?.id ?? '', { name: 'Mine' }, 1);
    importBatches(commands, 'import-2', [{ events: [], projectNames }]);
    expect(names(commands)).toEqual(['Mine']);

    const other = sourceEvent({ dedupeKey: 'test:2', path: 'openai:proj_2', sessionId: null });
    importBatches(commands, 'import-3', [
      { events: [other], projectNames: [{ path: 'openai:proj_2', name: 'Mine' }] },
    ]);
    expect(names(commands)).toEqual(['Mine', 'Mine (2)']);
  });
});
