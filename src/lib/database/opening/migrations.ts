/// <reference types="vite/client" />
import projects from '../../../../migrations/0001_projects.sql?raw';
import cvQueue from '../../../../migrations/0002_cv_queue.sql?raw';
import usageAndPinning from '../../../../migrations/0003_usage_and_pinning.sql?raw';
import importMemory from '../../../../migrations/0004_import_memory.sql?raw';
import familiesAndNames from '../../../../migrations/0005_families_and_names.sql?raw';
import projectDecisions from '../../../../migrations/0006_project_decisions.sql?raw';
import hourlyUsage from '../../../../migrations/0007_hourly_usage.sql?raw';
import tableMappings from '../../../../migrations/0008_table_mappings.sql?raw';
import monthlyUsage from '../../../../migrations/0009_monthly_usage.sql?raw';
import monthlyBreakdown from '../../../../migrations/0010_monthly_breakdown.sql?raw';
import costsAndCountQuality from '../../../../migrations/0011_costs_and_count_quality.sql?raw';
import claudeCodeIds from '../../../../migrations/0012_claude_code_ids.sql?raw';
import extraction from '../../../../migrations/0013_extraction.sql?raw';
import prices from '../../../../migrations/0014_prices.sql?raw';
import budgets from '../../../../migrations/0015_budgets.sql?raw';
import type { Connection } from '../context';
import { finishNarrowEvents } from './narrow-events';
import narrowEvents from '../../../../migrations/0016_narrow_events.sql?raw';
import { beginRegisters } from './begin-registers';
import registers from '../../../../migrations/0017_registers.sql?raw';
import takenBlobs from '../../../../migrations/0018_taken_blobs.sql?raw';
import shorterIndex from '../../../../migrations/0019_shorter_index.sql?raw';
import schema from '../../../../migrations/schema.sql?raw';

/** All migrations. A migration's position, from 1, is the `user_version` that it sets. */
export const migrations: readonly string[] = [
  projects,
  cvQueue,
  usageAndPinning,
  importMemory,
  familiesAndNames,
  projectDecisions,
  hourlyUsage,
  tableMappings,
  monthlyUsage,
  monthlyBreakdown,
  costsAndCountQuality,
  claudeCodeIds,
  extraction,
  prices,
  budgets,
  narrowEvents,
  registers,
  takenBlobs,
  shorterIndex,
];

/** Code to run after a migration's SQL, in the same transaction, by `user_version`. */
export const completions: Readonly<Record<number, (connection: Connection) => void>> = {
  16: finishNarrowEvents,
  17: beginRegisters,
};

/**
 * The schema that all migrations produce. New databases are created from it, in a fifth of the time of migrating, which
 * matters on the first visit. Written by `npm run schema`; a test compares it with the migrations' result.
 */
export const newestSchema = schema;

/** The newest `user_version` that this build knows. */
export const schemaVersion = migrations.length;
