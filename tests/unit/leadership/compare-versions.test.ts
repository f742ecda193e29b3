import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/lib/database/leadership/compare-versions';

it('treats the larger schema as the newer build, whatever its version says', () => {
  expect(compareVersions({ app: '2', schema: 4 }, { app: '1', schema: 5 })).toBeLessThan(0);
});

it('compares builds of the same schema by their version, with numbers as numbers', () => {
  expect(compareVersions({ app: '0.10.0', schema: 4 }, { app: '0.9.0', schema: 4 })).toBeGreaterThan(0);
  const [older, newer] = ['2026-11-23T09:59:59.999Z', '2026-11-23T10:00:00.000Z'] as const;
  expect(compareVersions({ app: older, schema: 4 }, { app: newer, schema: 4 })).toBeLessThan(0);
  expect(compareVersions({ app: newer, schema: 4 }, { app: newer, schema: 4 })).toBe(0);
});
