import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { claudeLine } from '../../../e2e/support/imports';
import { chosenFile, inPlace, openTarget } from '../run/database-target';

const folder = '/home/ada/shop';
const hash = createHash('sha256').update(folder).digest('hex');

const gemini = (id: string, name = hash): ChosenFile =>
  chosenFile(
    `tmp/${name}/chats/session-${id}.json`,
    JSON.stringify({
      sessionId: id,
      projectHash: name,
      startTime: '2026-10-02T09:00:00.000Z',
      messages: [
        {
          id,
          type: 'gemini',
          timestamp: '2026-10-02T09:00:00.000Z',
          model: 'gemini-3-pro',
          tokens: { input: 90, output: 10, cached: 0, thoughts: 0, tool: 0, total: 100 },
        },
      ],
    }),
  );
const claude = (cwd: string): ChosenFile =>
  chosenFile(
    'session.jsonl',
    `${claudeLine({ id: 'a', cwd, timestamp: '2026-10-02T09:00:00.000Z', input: 5, output: 5 })}\n`,
  );

/** The tokens of the month by project, and the names that wait for a decision. */
async function openShop() {
  const { target } = await openTarget();
  return {
    target,
    bring: (...files: ChosenFile[]) => importFiles(target, files, inPlace),
    look: async () => {
      const { projects } = await target.call('getAllUsageStats', '2026-10');
      const waiting = await target.call('getUndecidedNames');
      return {
        totals: Object.fromEntries(projects.map((each) => [each.projectName, each.totalTokens])),
        waiting: waiting.map(({ path }) => path),
      };
    },
  };
}

describe('a name that is the hash of a folder', () => {
  it('leads to the folder’s project, whichever of the two is imported first', async () => {
    const shop = { totals: { shop: 110 }, waiting: [] };
    const first = await openShop();
    await first.bring(claude(folder), gemini('g'));
    expect(await first.look()).toEqual(shop);

    const later = await openShop();
    await later.bring(gemini('g'));
    expect((await later.look()).waiting).toEqual([hash]);
    await later.bring(claude(folder));
    expect(await later.look()).toEqual(shop);
    await later.bring(gemini('h'));
    expect(await later.look()).toEqual({ totals: { shop: 210 }, waiting: [] });
  });

  it('waits for the user if no such folder is known, and stays where they assign it', async () => {
    const { target, bring, look } = await openShop();
    await bring(gemini('g'), claude('/home/ada/blog'));
    const { waiting, totals } = await look();
    expect(waiting).toEqual([hash]);
    const blog = (await target.call('getProjects')).find(({ name }) => name === 'blog');
    const decision = { projectId: blog?.id ?? '', coversSubfolders: false, isDecided: true };
    await target.call('decideProjectPath', hash, decision, Date.now());
    await bring(claude(folder));
    expect(Object.values(totals)).toHaveLength(2);
    expect((await look()).totals).toMatchObject({ blog: 110 });
  });

  it('of another format is not treated as a hash', async () => {
    const { bring, look } = await openShop();
    await bring(gemini('g', 'shop'), claude(folder));
    expect((await look()).waiting).toEqual(['shop']);
  });
});
