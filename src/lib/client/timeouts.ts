import type { Command } from '../protocol/commands';

const seconds = 1_000;
const minutes = 60 * seconds;

/** How long the page waits for an answer, in milliseconds. */
export interface Timeouts {
  of(command: Command): number;
  /** For calls made while the database is still being opened: a migration of years of usage takes its time. */
  whileConnecting: number;
}

const patient: Partial<Record<Command, number>> = {
  addUsageEvents: 2 * minutes,
  finishImport: 2 * minutes,
  undoImport: 5 * minutes,
  deleteProject: 2 * minutes,
  restoreProject: 2 * minutes,
  mergeProjects: 2 * minutes,
  unmergeProject: 2 * minutes,
  decideProjectPath: 2 * minutes,
  updateTimeZone: 5 * minutes,
  checkIntegrity: 5 * minutes,
  exportDatabase: 5 * minutes,
};

export const defaultTimeouts: Timeouts = {
  of: (command) => patient[command] ?? 15 * seconds,
  whileConnecting: 2 * minutes,
};
