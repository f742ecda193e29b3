import { eventKey } from '../../../src/lib/model/event-key';
import { keyText } from '../../../src/lib/database/events/event-key';
import { beforeEach, describe, expect, it } from 'vitest';
import { repriceStart } from '../../../src/lib/model/reprice';
import type { PriceChoice } from '../../../src/lib/model/price-choice';
import { contents, rows } from './decisions/contents';
import { expectLaws } from './decisions/laws';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { reprice, undoReprice } from './reprice';
import { importBatches, sourceEvent } from './samples';

let test: TestDatabase;
const sonnet = 'claude-sonnet-4-5';
const free: PriceChoice = { kind: 'free' };

const costs = () =>
  rows(test, 'SELECT dedupe_key, cost_nano_usd, cost_basis, price_rule FROM usage_events ORDER BY 1');
const total = () => test.commands.getUsageTotals({ from: '2020-01-01', to: '2099-12-31' }, null)[0];

/** The faster half of the checks, for tests with many events. */
const expectRollups = () => expect(test.commands.checkIntegrity()).toEqual({ ok: true, differences: [] });

beforeEach(async () => {
  test = await openTestDatabase();
  const events = Array.from({ length: 900 }, (_, index) =>
    sourceEvent({
      dedupeKey: `test:${index}`,
      path: `/p${index % 3}`,
      model: index % 2 ? sonnet : 'house-1',
    }),
  );
  importBatches(test.commands, 'import-1', [{ events }]);
});

describe('repricing stored events', () => {
  it('changes nothing where nothing has changed', () => {
    expect(reprice(test.commands, 'run')).toBe(0);
  });

  it('keeps the price of short requests for an hour of a provider’s export', () => {
    const hour = sourceEvent({ dedupeKey: 'hour', model: sonnet, inputTokens: 900_000 });
    importBatches(test.commands, 'export', [{ events: [hour] }], 'anthropic-usage');
    importBatches(test.commands, 'log', [{ events: [{ ...hour, dedupeKey: 'call' }] }]);
    const byImport = () =>
      rows(
        test,
        "SELECT cost_nano_usd FROM usage_events WHERE import_id IN ('export', 'log') ORDER BY import_id",
      ).map(Number);
    const [asSum = 0, asCall = 0] = byImport();
    expect(asCall).toBeGreaterThan(1.9 * asSum);
    expect(reprice(test.commands, 'run')).toBe(0);
    expect(byImport()).toEqual([asSum, asCall]);
  });

  it('prices events stored before prices were known, and undo reverts exactly these', () => {
    const priced = costs();
    test.database.db.exec(
      "UPDATE usage_events SET cost_nano_usd = NULL, cost_basis = 'unpriced', price_rule = NULL",
    );
    const before = costs();
    expect(test.commands.getRepriceOffer()).toMatchObject({ tokens: 450 * 1131 });
    expect(reprice(test.commands, 'run')).toBe(450);
    expect(costs()).toEqual(priced);
    expectLaws(test);
    expect(test.commands.getRepriceOffer()).toBeNull();
    expect(reprice(test.commands, 'run-2')).toBe(0);
    undoReprice(test.commands, 'run');
    expect(costs()).toEqual(before);
    expectLaws(test);
  });

  it('runs in steps that let other calls in between, and a cancelled run is consistent', () => {
    const events = Array.from({ length: 700 }, (_, index) =>
      sourceEvent({ dedupeKey: `more:${index}`, path: `/p${index % 3}`, model: 'house-1' }),
    );
    importBatches(test.commands, 'import-2', [{ events }]);
    const before = costs();
    test.commands.savePriceChoice('house-1', free, testNow);
    // Every look at the clock is a second later: a turn does no more than it must.
    let time = testNow;
    test.database.now = () => (time += 1000);
    expect(reprice(test.commands, 'run', ['house-1'], 2)).toBe(400);
    expect(total()?.unpricedTokens).toBe(750 * 1131);
    expectRollups();
    // The same step twice, as when a leader is lost.
    expect(test.commands.repriceNext('run', repriceStart).changed).toBe(0);
    expect(test.commands.undoRepriceNext('run')).toEqual({ isDone: false, restored: 200 });
    expectRollups();
    undoReprice(test.commands, 'run');
    expect(costs()).toEqual(before);
    expectRollups();
  });

  it('undo restores events that one run changed twice because prices changed in between', () => {
    const before = costs();
    test.commands.savePriceChoice('house-1', { kind: 'alias', model: sonnet }, testNow);
    test.commands.beginReprice({ id: 'run', models: null, startedAt: testNow });
    expect(test.commands.repriceNext('run', repriceStart).changed).toBe(450);
    test.commands.savePriceChoice('house-1', free, testNow);
    expect(reprice(test.commands, 'run')).toBe(450);
    undoReprice(test.commands, 'run');
    expect(costs()).toEqual(before);
    expectRollups();
  });

  it('adds costs up exactly, however large', () => {
    const events = Array.from({ length: 40 }, (_, index) =>
      sourceEvent({ dedupeKey: `large:${index}`, model: 'house-1', outputTokens: 999_999_999_999 - index }),
    );
    importBatches(test.commands, 'import-2', [{ events }]);
    // Of 40 events of a million dollars the sum is beyond what a floating point number holds exactly.
    const perToken = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 999_999 };
    test.commands.savePriceChoice('house-1', { kind: 'own', prices: [{ from: null, perToken }] }, testNow);
    reprice(test.commands, 'run');
    expectRollups();
    undoReprice(test.commands, 'run');
    expectLaws(test);
  });

  it('affects only the given models and their aliases', () => {
    test.commands.savePriceChoice('house-1', { kind: 'alias', model: sonnet }, testNow);
    reprice(test.commands, 'run', ['house-1']);
    expect(total()?.unpricedTokens).toBe(0);
    test.commands.savePriceChoice(sonnet, free, testNow);
    let events = 0;
    for (let after: number | null = 0; after !== null;) {
      const preview = test.commands.getPricePreview({ kind: 'choice', model: sonnet, choice: null }, after);
      events += preview.events;
      after = preview.next;
    }
    expect(events).toBe(900);
  });

  it('includes the events of deleted projects', () => {
    const project = test.commands.getProjects()[0]?.id ?? '';
    test.commands.deleteProject(project, testNow);
    test.commands.savePriceChoice('house-1', free, testNow);
    const before = contents(test);
    reprice(test.commands, 'run');
    test.commands.restoreProject(project, testNow);
    expect(total()?.unpricedTokens).toBe(0);
    test.commands.deleteProject(project, testNow);
    undoReprice(test.commands, 'run');
    expect(contents(test)).toEqual(before);
  });

  it('undo keeps the cost of a better record that arrived since', () => {
    test.commands.savePriceChoice('house-1', free, testNow);
    reprice(test.commands, 'run');
    test.commands.savePriceChoice('house-1', { kind: 'alias', model: sonnet }, testNow);
    const better = sourceEvent({ dedupeKey: 'test:0', path: '/p0', model: 'house-1', outputTokens: 30 });
    importBatches(test.commands, 'import-2', [{ events: [better] }]);
    const [[, cost]] = costs() as [[string, number]];
    undoReprice(test.commands, 'run');
    expect(costs()[0]?.[1]).toBe(cost);
    expectLaws(test);
  });
});

describe('the preview of a price change', () => {
  it('matches what the change then does', () => {
    const choice: PriceChoice = {
      kind: 'own',
      prices: [{ from: null, perToken: { input: 1_000_000, output: 0 } }],
    };
    const change = { kind: 'choice' as const, model: 'house-1', choice };
    let after: number | null = 0;
    const sum = { events: 0, changed: 0, before: 0, after: 0 };
    while (after !== null) {
      const step: ReturnType<typeof test.commands.getPricePreview> = test.commands.getPricePreview(
        change,
        after,
      );
      sum.events += step.events;
      sum.changed += step.changed;
      sum.before += step.before.costNanoUsd;
      sum.after += step.after.costNanoUsd;
      after = step.next;
    }
    const known = total()?.costNanoUsd ?? 0;
    expect(sum).toMatchObject({ events: 450, changed: 450, before: 0 });
    test.commands.savePriceChoice('house-1', choice, testNow);
    reprice(test.commands, 'run', ['house-1']);
    expect(total()?.costNanoUsd).toBe(known + sum.after);
  });

  it('new events are priced by the user’s choice at once', () => {
    test.commands.savePriceChoice('house-1', free, testNow);
    importBatches(test.commands, 'import-2', [
      { events: [sourceEvent({ dedupeKey: 'test:new', model: 'house-1' })] },
    ]);
    const added = keyText(eventKey('test:new', 'test'));
    expect(costs().find(([key]) => key === added)).toEqual([added, 0, 'free', 'own · free']);
  });

  it('a table from a file applies only after it is applied, and can be removed', () => {
    const file = {
      'house-1': { litellm_provider: 'anthropic', input_cost_per_token: 1e-6, output_cost_per_token: 1e-6 },
    };
    const added = test.commands.addPriceTable({ id: 't', text: JSON.stringify(file), addedAt: testNow });
    expect(added).toMatchObject({ id: 't', name: 'LiteLLM', models: 1, providers: 1 });
    expect(reprice(test.commands, 'run')).toBe(0);
    test.commands.applyPriceTable('t', testNow);
    expect(test.commands.getPriceOverview().brought).toEqual(added);
    expect(reprice(test.commands, 'run-2')).toBe(450);
    expect(total()?.unpricedTokens).toBe(0);
    test.commands.applyPriceTable(null, testNow);
    expect(reprice(test.commands, 'run-3')).toBe(450);
    expect(test.commands.getPriceOverview().models.map(({ model, match }) => [model, match?.how])).toEqual([
      ['house-1', undefined],
      [sonnet, 'exact'],
    ]);
  });

  it('estimates the cost of planned calls, each by its own size', () => {
    const calls = [
      { inputTokens: 200_000, outputTokens: 0 },
      { inputTokens: 200_001, outputTokens: 0 },
    ];
    expect(test.commands.getCostOfCalls(sonnet, calls)).toBe(200_000 * 3_000 + 200_001 * 6_000);
    expect(test.commands.getCostOfCalls('house-1', calls)).toBeNull();
  });
});
