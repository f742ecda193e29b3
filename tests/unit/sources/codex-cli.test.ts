import { describe, expect, it } from 'vitest';
import { withTotals } from '../../../src/lib/model/tokens';
import { codexCli } from '../../../src/lib/sources/codex-cli';
import { readSource } from './read-source';
import { writeRollout, type Five, type RolloutLine } from './support/codex-rollouts';
import { FamiliesStore } from './support/families-store';
import { fixture } from './support/fixtures';

const decode = (name: string): string => new TextDecoder().decode(fixture(`codex-cli/${name}`));

const meta = (id: string, parent: string | null = null): RolloutLine => ({
  kind: 'meta',
  id,
  parent,
  parentField: 'forked_from_id',
});
const total = (input: number, output: number): Five => [input, 0, output, 0, input + output];
const count = (sum: Five | null, last: Five | null, second = 5): RolloutLine => ({
  kind: 'count',
  total: sum,
  last,
  second,
});

async function tokens(...lines: RolloutLine[]): Promise<number[]> {
  const { events } = await readSource(codexCli, [writeRollout({ id: '', lines })]);
  return events.map((event) => withTotals(event).totalTokens);
}

async function inStore(...texts: string[]): Promise<FamiliesStore> {
  const store = new FamiliesStore();
  for (const text of texts) await store.import(codexCli, text);
  return store;
}

const sumOf = (store: FamiliesStore): number =>
  [...store.events.values()].reduce((sum, event) => sum + withTotals(event).totalTokens, 0);

describe('Codex CLI', () => {
  it('counts each step once, with cached tokens inside input and reasoning inside output', async () => {
    const { events, sessions, problems } = await readSource(codexCli, [decode('parent.jsonl')]);
    expect(problems).toEqual([]);
    expect(sessions).toEqual([
      {
        sessionId: '0197a000-0000-7000-8000-00000000000a',
        beganAt: Date.UTC(2026, 5, 1, 9, 0, 0, 100),
        beganIn: '/home/ada/engine',
      },
    ]);
    expect(events).toMatchObject([
      {
        inputTokens: 600,
        cacheReadTokens: 400,
        outputTokens: 120,
        reasoningTokens: 50,
        model: 'gpt-5-codex',
        provider: 'openai',
        path: '/home/ada/engine',
        position: 6,
      },
      { inputTokens: 500, cacheReadTokens: 1000, outputTokens: 80, reasoningTokens: 10, position: 8 },
    ]);
  });

  it('leaves a fork’s replayed rows to the parent, by the structure of the file alone', async () => {
    const { events } = await readSource(codexCli, [decode('fork.jsonl')]);
    expect(events).toMatchObject([
      { inputTokens: 1000, cacheReadTokens: 1000, outputTokens: 300, model: 'gpt-5.2-codex' },
      // The last row has only a sum, so it adds what the sum grew by.
      { inputTokens: 500, cacheReadTokens: 500, outputTokens: 100, path: '/home/ada/engine/fork' },
    ]);
  });

  it('counts nothing for a fork without its own task', async () => {
    const lines = decode('fork.jsonl').split('\n').slice(0, 9);
    expect((await readSource(codexCli, [lines.join('\n')])).events).toEqual([]);
  });

  it('keeps an inherited row at the parent’s time, whichever file comes first', async () => {
    const step = total(100, 10);
    const parent = writeRollout({ id: 'p', lines: [meta('p'), count(step, step, 10)] });
    const fork = writeRollout({
      id: 'f',
      lines: [meta('f', 'p'), count(step, step, 90_000), count(total(300, 30), total(200, 20), 90_010)],
    });
    for (const store of [
      await inStore(parent, fork),
      await inStore(fork, parent),
      await inStore(fork, fork, parent),
    ]) {
      expect(sumOf(store)).toBe(330);
      expect(
        [...store.events.values()].map(({ sessionId, occurredAt }) => [sessionId, occurredAt]).sort(),
      ).toEqual([
        ['f', Date.UTC(2026, 5, 2, 1, 0, 10)],
        ['p', Date.UTC(2026, 5, 1, 0, 0, 10)],
      ]);
    }
  });

  it('lets the siblings of a missing parent share its rows', async () => {
    const step = total(100, 10);
    const sibling = (id: string, input: number): string =>
      writeRollout({
        id,
        lines: [meta(id, 'missing'), count(step, step), count(total(input, 20), total(input - 100, 10))],
      });
    expect(sumOf(await inStore(sibling('a', 300), sibling('b', 400)))).toBe(110 + 210 + 310);
  });

  it('finds the family of a fork of a fork when the one between arrives last', async () => {
    const step = total(100, 10);
    const next = count(total(200, 20), step, 20);
    const root = writeRollout({ id: 'r', lines: [meta('r'), count(step, step)] });
    const middle = writeRollout({ id: 'm', lines: [meta('m', 'r'), count(step, step), next] });
    const leaf = writeRollout({ id: 'l', lines: [meta('l', 'm'), count(step, step), next] });
    expect(sumOf(await inStore(leaf, root))).toBe(110 + 220);
    expect(sumOf(await inStore(leaf, root, middle))).toBe(220);
    expect(sumOf(await inStore(middle, leaf, root))).toBe(220);
  });

  it('treats unrelated sessions with equal numbers as two, and a file in two places as one', async () => {
    const step = total(100, 10);
    const session = (id: string): string => writeRollout({ id, lines: [meta(id), count(step, step)] });
    expect(sumOf(await inStore(session('a'), session('b')))).toBe(220);
    expect(sumOf(await inStore(session('a'), session('a')))).toBe(110);
  });

  it('adds growth beyond the maximum if the step is missing, and restarts at zero', async () => {
    const lines = [
      count(total(100, 10), null),
      count(total(90, 10), null),
      count(total(150, 15), null),
      count(total(0, 0), null),
      count(total(40, 4), null),
    ];
    expect(await tokens(meta('a'), ...lines)).toEqual([110, 55, 44]);
  });

  it('reads an unknown model as null, and reports problems of a row', async () => {
    const bad = writeRollout({
      id: 'a',
      lines: [meta('a'), count([10, 20, 1, 0, 11], null), count(total(5, 1), null)],
    });
    const { events, problems } = await readSource(codexCli, [bad]);
    expect(events).toMatchObject([{ model: null, provider: null }]);
    expect(problems).toEqual([{ reason: 'cache-over-input', line: 2 }]);
  });

  it('survives sessions that are each other’s parents', async () => {
    const step = total(100, 10);
    const one = writeRollout({ id: 'a', lines: [meta('a', 'b'), meta('b', 'a'), count(step, step)] });
    const two = writeRollout({ id: 'b', lines: [meta('b', 'a'), count(step, step)] });
    expect(sumOf(await inStore(one, two))).toBe(sumOf(await inStore(two, one)));
  });
});
