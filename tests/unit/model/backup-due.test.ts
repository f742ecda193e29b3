import { expect, it } from 'vitest';
import { nextBackupAt } from '../../../src/lib/model/backup-due';

const minute = 60_000;
const now = 100 * 24 * 60 * minute;

it('backs up at once if there is no backup, or only one dated in the future', () => {
  expect(nextBackupAt({ now, lastAt: undefined, hasImported: false })).toBe(now);
  expect(nextBackupAt({ now, lastAt: now + 1, hasImported: true })).toBe(now);
});

it('backs up once a day and soon after an import, but not after each of many', () => {
  expect(nextBackupAt({ now, lastAt: now - 31 * minute, hasImported: true })).toBe(now);
  expect(nextBackupAt({ now, lastAt: now - 10 * minute, hasImported: true })).toBe(now + 20 * minute);
  expect(nextBackupAt({ now, lastAt: now - 60 * minute, hasImported: false })).toBe(now + 23 * 60 * minute);
});
