import { defineConfig } from 'playwright/test';

/** Runs against build/, which each test serves for itself (tests/e2e/support/app.ts): build first. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  // Each test owns a browser of its own with a database on disk; more than two at once measure each other.
  workers: 2,
  fullyParallel: true,
  // A test that fails now and then is a defect.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // No test measures time: a busy machine is no defect.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
