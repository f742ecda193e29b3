import fc from 'fast-check';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { rounds, runsAll } from '../budget';
import { expect, test } from './support/app';
import { askWorker, keepWorker } from './support/ask-worker';
import { download } from './support/download';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

/**
 * After any sequence of imports, undos, merges, moves and deletions, every view and every export adds up to the same.
 */

const now = Date.now();
const month = new Date(now).toISOString().slice(0, 7);
const groupings = ['project', 'client', 'model', 'source', 'eventType', 'path', 'kind'] as const;

/** Few enough that most sequences use the same calls, sessions and folders several times. */
const folders = ['/work/alpha', '/work/alpha/ui', '/work/beta', '/work/gamma'];
const line = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }),
    cwd: fc.constantFrom(...folders),
    session: fc.constantFrom('s1', 's2'),
    input: fc.integer({ min: 1, max: 900 }),
  })
  .map(({ id, cwd, session, input }) =>
    claudeLine({ id: String(id), cwd, session, input, timestamp: new Date(now - 60_000).toISOString() }),
  );
const answer = fc.integer({ min: 1, max: 3 }).map((id) =>
  JSON.stringify({
    id: `chatcmpl-${id}`,
    object: 'chat.completion',
    created: Math.floor(now / 1000) - 60,
    model: 'gpt-5',
    usage: { prompt_tokens: 10 * id, completion_tokens: id, total_tokens: 11 * id },
  }),
);
const some = fc.nat({ max: 9 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('import'), lines: fc.array(line, { minLength: 2 }), answer }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo', 'merge', 'move', 'delete', 'client'),
      one: some,
      other: some,
    }),
  },
);
interface Step {
  kind: string;
  lines?: string[];
  answer?: string;
  one?: number;
  other?: number;
}

async function perform(page: Page, { kind, lines, answer, one = 0, other = 0 }: Step): Promise<void> {
  if (lines !== undefined && answer !== undefined) {
    await importTexts(page, [
      { name: 'session.jsonl', text: lines.join('\n') },
      { name: 'answer.json', text: answer },
    ]);
    return;
  }
  const projects = await askWorker(page, 'getProjects');
  const [first, second] = [projects[one % projects.length], projects[other % projects.length]];
  if (first === undefined || second === undefined) return;
  if (kind === 'undo') {
    const imports = await askWorker(page, 'getImports');
    await askWorker(page, 'undoImport', imports[one % imports.length]?.id ?? '', now);
  } else if (kind === 'merge' && first !== second) {
    await askWorker(page, 'mergeProjects', first.id, second.id, now);
  } else if (kind === 'move') {
    const decision = { projectId: first.id, coversSubfolders: other % 2 === 0, isDecided: true };
    await askWorker(page, 'decideProjectPath', folders[other % folders.length] ?? '', decision, now);
  } else if (kind === 'delete') {
    await askWorker(page, 'deleteProject', first.id, now);
  } else if (kind === 'client') {
    await askWorker(
      page,
      'updateProject',
      first.id,
      { clientName: ['Harbour', 'Mill'][other % 2] ?? null },
      now,
    );
  }
}

async function rowsOf(page: Page, choice: RegExp): Promise<string[][]> {
  const { text } = await download(page, choice);
  return Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;
}

const sumOf = (numbers: readonly (string | number | undefined)[]): number =>
  numbers.reduce<number>((sum, each) => sum + Number(each), 0);

/** Dollars in a file, added up as floats, in nano-dollars. */
const nanos = (dollars: number) => Math.round(dollars * 1e9);

async function expectSame(page: Page, bys: readonly string[]): Promise<void> {
  const { global, projects } = await page.evaluate((month) => window.tokentab.getAllUsageStats(month), month);
  const total = global.totalTokens;
  expect(sumOf(projects.map((project) => project.totalTokens))).toBe(total);
  for (const by of bys) {
    await open(page, `/?by=${by}`);
    if (total === 0) {
      await expect(page.getByRole('button', { name: 'Export' })).toBeHidden();
      return;
    }
    await expect(page.getByRole('region', { name: 'Tokens', exact: true })).toContainText(
      total.toLocaleString('en-US'),
    );
    const [head = [], ...table] = await rowsOf(page, /Table as CSV/);
    const inTable = (name: string) => sumOf(table.map((row) => row[head.indexOf(name)]));
    expect(inTable('Tokens'), `the table by ${by}`).toBe(total);
    expect(nanos(inTable('Cost (USD)')), `the costs of the table by ${by}`).toBe(global.costNanoUsd);
    expect(inTable('Tokens without a price')).toBe(global.unpricedTokens);
    const [heads = [], ...bars] = await rowsOf(page, /Bars as CSV/);
    const place = heads.indexOf('Total');
    expect(sumOf(bars.map((row) => row[place])), `the bars by ${by}`).toBe(total);
    expect(nanos(sumOf(bars.map((row) => row[place + 1]))), `their costs by ${by}`).toBe(global.costNanoUsd);
    expect(sumOf(bars.flatMap((row) => row.slice(3, place))), `the colours of the bars by ${by}`).toBe(total);
    const json = JSON.parse((await download(page, /JSON/)).text) as { totals: object };
    expect(json.totals).toMatchObject({
      totalTokens: total,
      costNanoUsd: global.costNanoUsd,
      unpricedTokens: global.unpricedTokens,
    });
  }
}

for (const seed of runsAll ? [1, 2] : [1]) {
  test(`after any sequence of decisions, every view and export has the same total (${seed}) @long`, async ({
    app,
  }) => {
    test.slow();
    await keepWorker(app.context);
    const page = await open(app.page);
    const length = rounds(2, 6);
    const [steps = []] = fc.sample(fc.array(step, { minLength: length, maxLength: length }), {
      numRuns: 1,
      seed,
    });
    const first = fc.sample(fc.array(line, { minLength: 9 }), { numRuns: 1, seed })[0] ?? [];
    await perform(page, {
      kind: 'import',
      lines: first,
      answer: fc.sample(answer, { numRuns: 1, seed })[0] ?? '',
    });
    await expectSame(page, groupings);
    for (const [index, each] of steps.entries()) {
      await perform(page, each);
      // Another two groupings in each step, to save time.
      await expectSame(
        page,
        [0, 3].map((shift) => groupings[(index + shift) % groupings.length] ?? 'project'),
      );
    }
    await expectSame(page, groupings);
  });
}
