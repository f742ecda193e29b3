import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf, planUsage, type PlanUsage, type HourOfEvents } from '../../../src/lib/model/plan-windows';
import { rounds } from '../../budget';

const at = (iso: string) => Date.parse(`2026-${iso}Z`);
const event = (time: number, changes: Partial<HourOfEvents> = {}): HourOfEvents => ({
  firstAt: time,
  lastAt: time,
  totalTokens: 100,
  costNanoUsd: 5,
  unpricedTokens: 0,
  inexactCount: 0,
  ...changes,
});
const usage = (times: readonly string[], now: string) =>
  planUsage(
    'claude-code',
    times.map((time) => event(at(time))),
    at(now),
  );
/** 'from–to tokens' of the window, in UTC. */
function shown(plan: PlanUsage | null): string | null {
  if (plan?.window == null) return null;
  const time = (value: number) => new Date(value).toISOString().slice(8, 16);
  return `${time(plan.window.from)}–${time(plan.window.to)} ${plan.window.totalTokens}`;
}

describe('the current window', () => {
  it('begins at the start of the hour of its first event and lasts 5 hours', () => {
    expect(shown(usage(['11-15T09:59:59.999', '11-15T13:00'], '11-15T13:30'))).toBe('15T09:00–15T14:00 200');
    expect(shown(usage(['11-15T09:00'], '11-15T09:00'))).toBe('15T09:00–15T14:00 100');
  });

  it('ends exactly to the millisecond', () => {
    expect(shown(usage(['11-15T09:30'], '11-15T13:59:59.999'))).toBe('15T09:00–15T14:00 100');
    expect(shown(usage(['11-15T09:30'], '11-15T14:00'))).toBeNull();
  });

  it('is followed by a window that begins with an event after its end, not at its end', () => {
    expect(shown(usage(['11-15T09:30', '11-15T14:00:00.001'], '11-15T14:10'))).toBe('15T14:00–15T19:00 100');
    expect(shown(usage(['11-15T09:30', '11-15T14:00'], '11-15T14:10'))).toBeNull();
    expect(shown(usage(['11-15T09:30', '11-15T14:00', '11-15T14:05'], '11-15T14:10'))).toBe(
      '15T14:00–15T19:00 100',
    );
  });

  it('begins again after a gap, at the hour of the event after it', () => {
    expect(shown(usage(['11-15T01:10', '11-15T12:40', '11-15T12:50'], '11-15T13:00'))).toBe(
      '15T12:00–15T17:00 200',
    );
  });

  it('depends on all windows before it', () => {
    const times = ['11-14T23:50', '11-15T02:00', '11-15T04:30', '11-15T08:59', '11-15T09:20'];
    expect(shown(usage(times, '11-15T09:30'))).toBe('15T09:00–15T14:00 100');
    expect(shown(usage(times.slice(0, 4), '11-15T08:59'))).toBe('15T04:00–15T09:00 200');
  });

  it('crosses midnight, the end of the month and a change of the clocks like any other hour', () => {
    expect(shown(usage(['10-31T22:15'], '11-01T02:00'))).toBe('31T22:00–01T03:00 100');
    // In Berlin the clocks go back at 01:00 UTC.
    expect(shown(usage(['10-24T23:15', '10-25T03:30'], '10-25T03:40'))).toBe('24T23:00–25T04:00 200');
  });

  it('is the same computed from hourly sums as from single events', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4 * 24 * 12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, (steps) => {
        // In steps of 5 minutes, so that many events are exactly at full hours.
        const events = steps
          .toSorted((a, b) => a - b)
          .map((step) => event(at('11-10T00:00') + step * 300_000));
        const hourOf = ({ firstAt }: HourOfEvents) => Math.floor((firstAt - 1) / 3_600_000);
        const hours = [...new Set(events.map(hourOf))].map((hour) => {
          const all = events.filter((each) => hourOf(each) === hour);
          const [first, last] = [all[0]?.firstAt ?? 0, all.at(-1)?.lastAt ?? 0];
          return event(first, { lastAt: last, totalTokens: all.length * 100, costNanoUsd: all.length * 5 });
        });
        const now = events.at(-1)?.lastAt ?? 0;
        expect(planUsage('codex-cli', hours, now)).toEqual(planUsage('codex-cli', events, now));
      }),
      { numRuns: rounds(200, 5000) },
    );
  });
});

describe('the last 7 days', () => {
  it('go back 7 times 24 hours from now, excluding the first moment', () => {
    const plan = usage(['11-08T12:00', '11-08T12:00:00.001', '11-12T12:00'], '11-15T12:00');
    expect(plan?.week.totalTokens).toBe(200);
    expect(plan?.window).toBeNull();
  });

  it('are null without events, or with older ones only', () => {
    expect(usage([], '11-15T12:00')).toBeNull();
    expect(usage(['11-08T11:00'], '11-15T12:00')).toBeNull();
  });

  it('count unpriced tokens and inexact events next to the sums', () => {
    const unknown = { costNanoUsd: 0, unpricedTokens: 100, inexactCount: 1 };
    const events = [event(at('11-15T09:00')), event(at('11-15T09:01'), unknown)];
    const sums = { totalTokens: 200, costNanoUsd: 5, unpricedTokens: 100, inexactCount: 1 };
    expect(planUsage('codex-cli', events, at('11-15T10:00'))).toMatchObject({ week: sums, window: sums });
  });
});

it('the pace is per hour since the first event, and unknown for 10 minutes', () => {
  const window = usage(['11-15T09:30', '11-15T09:31'], '11-15T09:39')?.window;
  if (window == null) throw new Error('There is a window.');
  expect(paceOf(window, at('11-15T09:39:59.999'))).toBeNull();
  expect(paceOf(window, at('11-15T09:40'))).toMatchObject({ totalTokens: 1200, costNanoUsd: 60 });
  expect(paceOf(window, at('11-15T11:30'))).toMatchObject({ totalTokens: 100, costNanoUsd: 5 });
});
