import { expect, it } from 'vitest';
import { safetyLevel, type SafetyFacts } from '../../../src/lib/model/safety-level';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
const safe: SafetyFacts = {
  now,
  events: 10,
  isDamaged: false,
  lastBackupAt: now - day,
  lastCopyAt: now - 20 * day,
  isPersisted: false,
};

it('names only the worst problem', () => {
  expect(safetyLevel(safe)).toEqual({ level: 'green', advice: 'nothing' });
  expect(safetyLevel({ ...safe, lastCopyAt: undefined })).toEqual({ level: 'amber', advice: 'protect' });
  expect(safetyLevel({ ...safe, lastCopyAt: now - 31 * day, isPersisted: true })).toEqual({
    level: 'amber',
    advice: 'copy',
  });
  expect(safetyLevel({ ...safe, lastBackupAt: now - 3 * day, lastCopyAt: undefined })).toEqual({
    level: 'amber',
    advice: 'back-up',
  });
  expect(safetyLevel({ ...safe, lastBackupAt: undefined, isDamaged: true })).toEqual({
    level: 'red',
    advice: 'damaged',
  });
});

it('gives no advice while there is nothing to lose', () => {
  expect(safetyLevel({ ...safe, events: 0, lastBackupAt: undefined, lastCopyAt: undefined }).level).toBe(
    'green',
  );
});
