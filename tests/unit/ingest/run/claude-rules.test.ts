import { expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { claudeLine } from '../../../e2e/support/imports';
import { chosenFile, inPlace, openTarget } from './database-target';

/** Which response counts, how often and for which project, from a Claude Code log to the statistics. */

const month = '2026-10';
const at = (minute: number) => new Date(Date.UTC(2026, 9, 2, 9, minute)).toISOString();

interface Line {
  id: string;
  cwd?: string;
  session?: string;
  minute?: number;
  output?: number;
}

/** A response of 100 input tokens. */
const line = ({ id, cwd = '/home/ada/shop', session = 'one', minute = 0, output = 0 }: Line) =>
  claudeLine({ id, cwd, session, timestamp: at(minute), input: 100, output });

const file = (name: string, ...all: (Line | string)[]) =>
  chosenFile(name, all.map((each) => `${typeof each === 'string' ? each : line(each)}\n`).join(''));

async function openImports() {
  const { target, commands } = await openTarget();
  const usage = () => commands.getAllUsageStats(month);
  return {
    commands,
    usage,
    importAll: (...files: ReturnType<typeof file>[]) => importFiles(target, files, inPlace),
    totals: () =>
      Object.fromEntries(usage().projects.map(({ projectName, totalTokens }) => [projectName, totalTokens])),
  };
}

it('a response on several lines counts once, by its largest line', async () => {
  const { importAll, totals } = await openImports();
  const lines = [{ id: 'a', output: 1 }, { id: 'a', output: 40 }, { id: 'a', output: 7 }, { id: 'b' }];
  expect(await importAll(file('one.jsonl', ...lines))).toMatchObject({ eventsAdded: 2, problems: [] });
  expect(totals()).toEqual({ shop: 240 });
});

it('lines that a resumed session copies from an earlier one count once', async () => {
  const { importAll, totals } = await openImports();
  const two = [
    { id: 'a', session: 'two' },
    { id: 'b', session: 'two', minute: 1 },
    { id: 'c', session: 'two', minute: 2 },
  ];
  const summary = await importAll(
    file('one.jsonl', { id: 'a' }, { id: 'b', minute: 1 }),
    file('two.jsonl', ...two),
  );
  expect(summary).toMatchObject({ eventsAdded: 3, duplicates: 2 });
  expect(totals()).toEqual({ shop: 300 });
});

it('subfolders belong to the project where the session began, folders outside it to their own', async () => {
  const { importAll, totals } = await openImports();
  await importAll(
    file(
      'one.jsonl',
      { id: 'a', cwd: '/home/ada/shop' },
      { id: 'b', cwd: '/home/ada/shop/packages/cart', minute: 1 },
      { id: 'c', cwd: '/home/ada/shop-admin', minute: 2 },
    ),
    // Started in the subfolder: then that is the project.
    file('two.jsonl', { id: 'd', session: 'two', cwd: '/home/ada/shop/docs' }),
  );
  expect(totals()).toEqual({ shop: 200, 'shop-admin': 100, docs: 100 });
});

it('when a later import shows where a session began, its stored usage moves to that project', async () => {
  const { importAll, totals, commands } = await openImports();
  await importAll(file('late.jsonl', { id: 'b', cwd: '/home/ada/shop/cart', minute: 5 }));
  expect(totals()).toEqual({ cart: 100 });
  await importAll(file('early.jsonl', { id: 'a', minute: 1 }));
  expect(totals()).toEqual({ shop: 200 });
  expect(commands.getProjects()).toHaveLength(1);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('worktrees of every known layout belong to their repository', async () => {
  const { importAll, totals } = await openImports();
  const folders = [
    '/home/ada/shop',
    '/home/ada/shop/.claude/worktrees/quick-fix',
    '/home/ada/shop/.worktrees/feature/src',
    '/home/ada/shop-worktrees/spike',
    'C:\\Users\\ada\\blog',
    'C:\\Users\\ada\\blog\\.worktrees\\draft',
  ];
  await importAll(
    ...folders.map((cwd, index) => file(`${index}.jsonl`, { id: `w${index}`, session: `s${index}`, cwd })),
  );
  expect(totals()).toEqual({ shop: 400, blog: 200 });
});

it('a larger total in a later import replaces the whole row, a smaller one changes nothing', async () => {
  const { importAll, totals, commands } = await openImports();
  await importAll(file('one.jsonl', { id: 'a', output: 20 }));
  const larger = await importAll(file('one.jsonl', { id: 'a', output: 90 }));
  expect(larger).toMatchObject({ eventsAdded: 0, eventsReplaced: 1 });
  expect(totals()).toEqual({ shop: 190 });
  const smaller = await importAll(file('one.jsonl', { id: 'a', output: 3 }));
  expect(smaller).toMatchObject({ eventsAdded: 0, eventsReplaced: 0, duplicates: 1 });
  expect(totals()).toEqual({ shop: 190 });
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('the order of the files doesn’t matter, nor whether they come in one import or several', async () => {
  const files = [
    file('one.jsonl', { id: 'a', output: 5 }, { id: 'b', cwd: '/home/ada/shop/cart', minute: 1 }),
    file(
      'two.jsonl',
      { id: 'a', session: 'two', output: 50, minute: 3 },
      { id: 'c', session: 'two', minute: 4 },
    ),
    file('three.jsonl', { id: 'c', session: 'three', output: 9, cwd: '/home/ada/blog', minute: 2 }),
    file('four.jsonl', { id: 'd', session: 'two', cwd: '/home/ada/shop/cart', minute: 9 }),
  ];
  const atOnce = await openImports();
  await atOnce.importAll(...files);
  for (const order of [files.toReversed(), [2, 0, 3, 1].map((index) => files[index]!)]) {
    const oneByOne = await openImports();
    for (const each of order) await oneByOne.importAll(each);
    expect(oneByOne.usage().global).toEqual(atOnce.usage().global);
    expect(oneByOne.totals()).toEqual(atOnce.totals());
  }
});

it('synthetic models, users’ lines and other tools’ lines count nothing', async () => {
  const { importAll } = await openImports();
  const synthetic = line({ id: 'a' }).replace('claude-sonnet-4-5', '<synthetic>');
  const user = line({ id: 'b' }).replace('"type":"assistant"', '"type":"user"');
  const summary = await importAll(file('one.jsonl', synthetic, user, { id: 'c' }));
  expect(summary).toMatchObject({ eventsAdded: 1, problems: [] });
});

it('a placeholder output count of an old version counts as a lower bound', async () => {
  const { importAll, usage } = await openImports();
  const placeholder = line({ id: 'a', output: 3 })
    .replace('"version":"2.1.30"', '"version":"2.1.20"')
    .replace('"stop_reason":"end_turn"', '"stop_reason":null');
  const summary = await importAll(file('one.jsonl', placeholder, { id: 'b' }));
  expect(summary).toMatchObject({ eventsAdded: 2, outputNotFinal: 1, problems: [] });
  expect(usage().global).toMatchObject({ totalTokens: 203, outputNotFinalCount: 1 });
});
