import type { Commands } from '../protocol/commands';
import { addUsageEvents } from './imports/add-usage-events';
import { openBatch } from './imports/open-batch';
import * as shape from './arguments';
import { checkArgument } from './sql/check-argument';
import type { DatabaseContext } from './context';
import { decisionCommands } from './projects/decision-commands';
import { mappingCommands } from './mappings/mapping-commands';
import * as cursors from './imports/file-cursors';
import * as imports from './imports/imports';
import { checkIntegrity } from './upkeep/integrity';
import * as pins from './projects/pins';
import * as projects from './projects/projects';
import * as settings from './upkeep/settings';
import { asTokentabError } from './sql/sqlite-errors';
import * as statistics from './usage/statistics';
import * as storage from './upkeep/storage';
import { transaction } from './sql/transaction';
import { undoImport } from './imports/undo-import';
import { recordUsageEvent } from './events/manual-events';
import { getUsageHours } from './usage/hours';
import { getLastActivity } from './usage/last-activity';
import * as usage from './usage/usage-queries';

/**
 * Every command of the protocol over one open, migrated database. Arguments are checked here, whatever the caller's
 * types say, since they come from scripts and other tabs; each write is one transaction.
 * All throw `TokentabError`s only, but for defects of our own.
 */
export function createCommands(database: DatabaseContext): Commands {
  const check = checkArgument;

  function read<Args extends unknown[], Result>(query: (...args: Args) => Result): (...args: Args) => Result {
    return (...args) => {
      try {
        return query(...args);
      } catch (error) {
        throw asTokentabError(database.sqlite3, error);
      }
    };
  }

  function write<Args extends unknown[], Result>(
    command: (...args: Args) => Result,
  ): (...args: Args) => Result {
    return (...args) => transaction(database, () => command(...args));
  }

  return {
    createProject: write((project) => projects.createProject(database, check(shape.newProject, project))),
    updateProject: write((id, changes, updatedAt) =>
      projects.updateProject(
        database,
        check(shape.id, id),
        check(shape.projectChanges, changes),
        check(shape.time, updatedAt),
      ),
    ),
    getProjects: read(() => projects.getProjects(database)),

    ...decisionCommands(database, read, write),
    ...mappingCommands(database, read, write),

    recordUsageEvent: write((event) => recordUsageEvent(database, check(shape.newUsageEvent, event))),

    getUsageStatsByProject: read((projectId, month) =>
      statistics.getUsageStatsByProject(
        database,
        check(shape.id, projectId),
        check(shape.month, month) ?? undefined,
      ),
    ),
    getGlobalUsageStats: read((month) =>
      statistics.getGlobalUsageStats(database, check(shape.month, month) ?? undefined),
    ),
    getAllUsageStats: read((month) =>
      statistics.getAllUsageStats(database, check(shape.month, month) ?? undefined),
    ),
    getUsageMonths: read(() => statistics.getUsageMonths(database)),
    getUsageTotals: read((filter, by) =>
      usage.getUsageTotals(database, check(shape.usageFilter, filter), check(shape.groupKey, by)),
    ),
    getUsageTimeline: read((filter, step) =>
      usage.getUsageTimeline(database, check(shape.usageFilter, filter), check(shape.timeStep, step)),
    ),
    getUsageSeries: read((filter, step, by) =>
      usage.getUsageSeries(
        database,
        check(shape.usageFilter, filter),
        check(shape.timeStep, step),
        check(shape.seriesKey, by),
      ),
    ),

    getUsageHours: read((filter) => getUsageHours(database, check(shape.usageFilter, filter))),
    getLastActivity: read(() => getLastActivity(database)),

    updateProjectPinned: write((projectId, isPinned, updatedAt) =>
      pins.updateProjectPinned(
        database,
        check(shape.id, projectId),
        check(shape.flag, isPinned),
        check(shape.time, updatedAt),
      ),
    ),
    pinProjectAt: write((projectId, index, updatedAt) =>
      pins.pinProjectAt(
        database,
        check(shape.id, projectId),
        check(shape.wholeNumber, index),
        check(shape.time, updatedAt),
      ),
    ),
    getPinnedProjects: read(() => projects.getPinnedProjects(database)),
    reorderPinnedProjects: write((projectIds, updatedAt) =>
      pins.reorderPinnedProjects(database, check(shape.ids, projectIds), check(shape.time, updatedAt)),
    ),

    beginImport: write((start) => imports.beginImport(database, check(shape.newImport, start))),
    addUsageEvents: write((batch) =>
      addUsageEvents(database, openBatch(check(shape.usageEventBatch, batch))),
    ),
    finishImport: write((end) => imports.finishImport(database, check(shape.importEnd, end))),
    getFileCursors: read((files) => cursors.getFileCursors(database, check(shape.cursorsWanted, files))),
    saveFileCursors: write((save) => cursors.saveFileCursors(database, check(shape.fileCursors, save))),
    forgetFileCursors: write((root) => cursors.forgetFileCursors(database, check(shape.cursorRoot, root))),
    getImports: read(() => imports.getImports(database)),
    getCorrectedCounts: read(() => settings.getCorrectedCounts(database)),
    undoImport: write((id, undoneAt) =>
      undoImport(database, check(shape.id, id), check(shape.time, undoneAt)),
    ),

    getSettings: read(() => settings.getSettings(database)),
    updateTimeZone: write((timeZone, updatedAt) =>
      settings.updateTimeZone(database, check(shape.timeZone, timeZone), check(shape.time, updatedAt)),
    ),

    checkIntegrity: read(() => checkIntegrity(database)),
    exportDatabase: read(() => storage.exportDatabase(database)),
    getStorageState: read(() => storage.getStorageState(database)),
  };
}
