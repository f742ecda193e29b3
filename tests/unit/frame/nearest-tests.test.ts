import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nearestTests } from '../../../scripts/nearest-tests.mjs';

// Not from git, which a machine that only runs the tests may not have.
const files = ['src', 'tests/unit'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/')),
);

test('the test that imports a changed file comes first, then those of its importers', () => {
  const tests = nearestTests(['src/lib/sources/reading/csv.ts'], files);
  expect(tests[0]).toBe('tests/unit/sources/csv.test.ts');
  expect(tests).toContain('tests/unit/sources/fixtures.test.ts');
  expect(tests).not.toContain('tests/unit/model/csv.test.ts');
});

test('a changed test is run, and so is the test of a command that it reaches only through others', () => {
  expect(nearestTests(['tests/unit/model/csv.test.ts'], files)).toEqual(['tests/unit/model/csv.test.ts']);
  const [first] = nearestTests(['src/lib/database/budgets/commands.ts'], files);
  expect(first).toBe('tests/unit/database/budgets.test.ts');
});

test('what nothing imports has no tests', () => {
  expect(nearestTests(['README.md'], files)).toEqual([]);
});
