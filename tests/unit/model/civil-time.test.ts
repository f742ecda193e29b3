import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, isTimeZone } from '../../../src/lib/model/civil-time';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Tehran',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const from = Date.UTC(2020, 0, 1);
const to = Date.UTC(2029, 11, 31);

/** Checks against the engine's own formatting. */
function byIntl(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (time) => format.format(time);
}

describe.each(zones)('%s', (zone) => {
  const intl = byIntl(zone);

  it('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (time) => civilDate(time, zone) === intl(time)),
      { numRuns: 300 },
    );
  });

  it('agrees with Intl one millisecond before and at every quarter-hour of the days on which clocks change', () => {
    // Northern and southern clock changes all fall into these months, at different hours.
    for (const month of [1, 2, 3, 8, 9, 10]) {
      const start = Date.UTC(2026, month, 1) + 20 * 86_400_000;
      for (let time = start; time < start + 14 * 86_400_000; time += 900_000) {
        expect(civilDate(time, zone)).toBe(intl(time));
        if (time % 3_600_000 === 0) expect(civilDate(time - 1, zone)).toBe(intl(time - 1));
      }
    }
  });
});

it('the same instant can fall on another day in another time zone', () => {
  const time = Date.UTC(2026, 10, 30, 23, 30);
  expect(civilDate(time, 'UTC')).toBe('2026-11-30');
  expect(civilDate(time, 'Asia/Kathmandu')).toBe('2026-12-01');
  expect(civilDate(time, 'America/St_Johns')).toBe('2026-11-30');
});

it('knows which time zones exist', () => {
  expect(['Europe/Berlin', 'UTC', 'Asia/Kathmandu'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+05:45', 'Europe/Berlin ', '-1'].some(isTimeZone)).toBe(false);
});
