import { expect, it } from 'vitest';
import type { CopyDecision, UsagePart } from '../../../src/lib/model/copies';
import { openTestDatabase, testNow } from './open';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import type { BatchResult, Commands } from '../../../src/lib/protocol/commands';
import { importBatches, sourceEvent } from './samples';

function importEvents(
  commands: Commands,
  id: string,
  source: string,
  events: SourceUsageEvent[],
): BatchResult | undefined {
  return importBatches(commands, id, [{ events }], source).results[0];
}

const day = 86_400_000;
const november = { from: '2026-11-01', to: '2026-11-30' };

/** Claude Code on three days, and a gateway that saw two of them, one call of another app and one of another model. */
function fill(commands: Commands): void {
  const client = [0, 1, 2].map((ago) =>
    sourceEvent({
      dedupeKey: `claude-code:${ago}`,
      occurredAt: testNow - ago * day,
      model: 'claude-sonnet-4-5-20250929',
    }),
  );
  importEvents(commands, 'client', 'claude-code', client);
  const seen = [0, 1].map((ago) =>
    sourceEvent({
      dedupeKey: `litellm:${ago}`,
      sessionId: null,
      path: 'litellm:team-a',
      occurredAt: testNow - ago * day,
      model: 'anthropic/claude-sonnet-4.5',
    }),
  );
  const rest = [
    sourceEvent({ dedupeKey: 'litellm:gpt', sessionId: null, path: 'litellm:team-a', model: 'gpt-5' }),
    sourceEvent({
      dedupeKey: 'litellm:old',
      sessionId: null,
      path: 'litellm:team-a',
      occurredAt: testNow - 12 * day,
      model: 'anthropic/claude-sonnet-4.5',
    }),
  ];
  importEvents(commands, 'gateway', 'litellm', [...seen, ...rest]);
}

const decide = (part: UsagePart, beside: string, isLeftOut = true): CopyDecision => ({
  id: 'decision-1',
  isLeftOut,
  part: { source: part.source, models: part.models, paths: part.paths, from: part.from, to: part.to },
  beside,
});

const tokens = (commands: Commands): Record<string, number> => {
  const rows = commands.getUsageTotals(november, 'source');
  return Object.fromEntries(rows.map(({ key, totalTokens }) => [key ?? '', totalTokens]));
};

it('finds a gateway’s usage of the same models on the same days, under any name of the model', async () => {
  const { commands } = await openTestDatabase();
  fill(commands);
  expect(commands.getPossibleCopies(november)).toMatchObject([
    {
      observer: {
        source: 'litellm',
        models: ['anthropic/claude-sonnet-4.5'],
        paths: ['litellm:team-a'],
        from: '2026-11-14',
        to: '2026-11-15',
        eventCount: 2,
        totalTokens: 2 * 1131,
      },
      other: { source: 'claude-code', paths: ['/home/u/alpha'], eventCount: 2, totalTokens: 2 * 1131 },
    },
  ]);
  expect(commands.getPossibleCopies({ from: '2026-10-01', to: '2026-10-31' })).toEqual([]);
});

it.each(['observer', 'other'] as const)('leaves the %s out, and takes that back', async (side) => {
  const { commands } = await openTestDatabase();
  fill(commands);
  const before = tokens(commands);
  const [copies] = commands.getPossibleCopies(november);
  const beside = side === 'observer' ? 'other' : 'observer';
  const decision = decide(copies![side], copies![beside].source);
  commands.decideCopies(decision, testNow);
  commands.decideCopies(decision, testNow);
  const source = copies![side].source;
  expect(tokens(commands)).toEqual({ ...before, [source]: before[source]! - 2 * 1131 });
  expect(commands.getPossibleCopies(november)).toEqual([]);
  expect(commands.getCopyDecisions()).toMatchObject([{ part: { eventCount: 2, totalTokens: 2 * 1131 } }]);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expect(commands.takeBackCopies('decision-1', testNow)).toBe(true);
  expect(commands.takeBackCopies('decision-1', testNow)).toBe(false);
  expect(tokens(commands)).toEqual(before);
  expect(commands.getCopyDecisions()).toEqual([]);
});

it('also leaves out later imports of the same days, and asks about other days', async () => {
  const { commands } = await openTestDatabase();
  fill(commands);
  const [copies] = commands.getPossibleCopies(november);
  commands.decideCopies(decide(copies!.observer, 'claude-code'), testNow);
  const before = tokens(commands);
  const again = (key: string, ago: number) =>
    sourceEvent({
      dedupeKey: `litellm:${key}`,
      sessionId: null,
      path: 'litellm:team-a',
      occurredAt: testNow - ago * day,
      model: 'anthropic/claude-sonnet-4.5',
    });
  expect(importEvents(commands, 'again', 'litellm', [again('0', 0), again('late', 1)])).toMatchObject({
    eventsAdded: 1,
    duplicates: 1,
  });
  expect(tokens(commands)).toEqual(before);
  importEvents(commands, 'other-days', 'litellm', [again('two-days-ago', 2)]);
  expect(commands.getPossibleCopies(november)).toMatchObject([
    { observer: { from: '2026-11-13', eventCount: 1 } },
  ]);
});

it('does not ask again once the user decides that both count', async () => {
  const { commands } = await openTestDatabase();
  fill(commands);
  const before = tokens(commands);
  const [copies] = commands.getPossibleCopies(november);
  commands.decideCopies(decide(copies!.observer, 'claude-code', false), testNow);
  expect(commands.getPossibleCopies(november)).toEqual([]);
  expect(tokens(commands)).toEqual(before);
  commands.takeBackCopies('decision-1', testNow);
  expect(commands.getPossibleCopies(november)).toHaveLength(1);
});

it('keeps a project whose whole usage is left out, even when an import is undone', async () => {
  const { commands } = await openTestDatabase();
  fill(commands);
  const part = {
    source: 'claude-code',
    models: ['claude-sonnet-4-5-20250929'],
    paths: ['/home/u/alpha'],
    ...november,
  };
  const before = tokens(commands);
  commands.decideCopies(decide(part, 'litellm'), testNow);
  importEvents(commands, 'third', 'claude-code', []);
  commands.undoImport('third', testNow);
  expect(commands.getProjects().map(({ name }) => name)).toContain('alpha');
  commands.takeBackCopies('decision-1', testNow);
  expect(tokens(commands)).toEqual(before);
});
