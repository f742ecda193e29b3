import { defineConfig } from 'playwright/test';
import { runsAll } from './tests/budget.ts';
import { shellLaunchOptions } from './tests/e2e/support/browser.ts';

/** Runs against build/, which each test serves for itself (tests/e2e/support/app.ts): build first. */
export default defineConfig({
  projects: [
    {
      name: 'e2e',
      testDir: 'tests/e2e',
      testMatch: '**/*.e2e.ts',
      ...(!runsAll && { grepInvert: /@long/ }),
    },
    { name: 'faults', testDir: 'tests/faults', testMatch: '**/*.fault.ts', workers: 1 },
  ],
  // One browser each. Their tests wait more than they compute.
  workers: 3,
  fullyParallel: true,
  // A test that fails now and then is a defect.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // No test measures time: a busy machine is no defect.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { launchOptions: shellLaunchOptions() },
  reporter: 'list',
});
