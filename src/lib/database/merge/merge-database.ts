import type { MergePreview } from '../../protocol/backups';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreAllEvents } from '../copies/deleted-events';
import { pricerOf, forgetPricer } from '../prices/pricer';
import { removeEmptyImportedProjects } from '../projects/projects';
import { reassignAll } from '../projects/reassign';
import { transaction } from '../sql/transaction';
import { getStoredContents } from '../whole-database/contents';
import { withAttached } from './attach';
import { mergeImports, undoTheirUndoneImports } from './merge-imports';
import { collectManualProjects, mergeManualEvents, placeManualEvents } from './merge-manual-events';
import { mergeMappings } from './merge-mappings';
import { mergePaths } from './merge-paths';
import { mergePrices } from './merge-prices';
import { decideProjects, mergeProjects, pinMerged } from './merge-projects';
import { mergeRecords } from './merge-records';
import { mergeRegisters, prepareRegisters } from './merge-registers';
import { mergeSettings } from './merge-settings';
import { mapNumbers } from './map-numbers';
import { findKeptTargets, findMoreTargets } from './targets';
import { withoutClock } from './without-clock';

/**
 * Merges all contents of another database into this one, in its own transaction. Idempotent, and the order of
 * merges makes no difference (docs/decisions/0021-merge.md).
 * @param bytes as `withAttached` requires
 */
export const mergeDatabase = (database: DatabaseContext, bytes: Uint8Array): MergePreview =>
  mergeWith(database, bytes, () => undefined);

/** Like `mergeDatabase`, with additional work in its transaction while the other database is attached as `theirs`. */
export function mergeWith(database: DatabaseContext, bytes: Uint8Array, also: () => void): MergePreview {
  return withAttached(database, bytes, () =>
    transaction(database, () => {
      const merged = merge(database);
      also();
      return merged;
    }),
  );
}

/** What `mergeDatabase` would do. Changes nothing. */
export function previewMerge(database: DatabaseContext, bytes: Uint8Array): MergePreview {
  try {
    return withAttached(database, bytes, () =>
      transaction(database, () => {
        throw new PreviewRollback(merge(database));
      }),
    );
  } catch (error) {
    if (error instanceof PreviewRollback) return error.preview;
    throw error;
  } finally {
    // The pricer may use prices that were rolled back, whose revision number will be used again.
    forgetPricer(database);
  }
}

/** Thrown to roll the transaction back. */
class PreviewRollback extends Error {
  constructor(readonly preview: MergePreview) {
    super();
  }
}

function merge(database: DatabaseContext): MergePreview {
  const at = database.now();
  const before = getStoredContents(database);
  return withoutClock(database, () => {
    undoTheirUndoneImports(database, at);
    restoreAllEvents(database);
    mergeImports(database, at);
    mapNumbers(database);
    prepareRegisters(database);
    collectManualProjects(database);
    const decisions = mergeRegisters(database);
    mergeProjects(database, at);
    mergeSettings(database);
    // Re-dating has left copies out again.
    restoreAllEvents(database);
    findKeptTargets(database);
    decide(database);
    mergeMappings(database);
    const reprice = mergePrices(database);
    mergeRecords(database, at);
    mergeManualEvents(database);
    reassignAll(database, at);
    // Decisions may concern a project that was only just recreated.
    while (findMoreTargets(database)) {
      decide(database);
      placeManualEvents(database);
      reassignAll(database, at);
    }
    hideEvents(database);
    removeEmptyImportedProjects(database);
    pinMerged(database);
    reprice(pricerOf(database));
    return { before, after: getStoredContents(database), decisions };
  });
}

function decide(database: DatabaseContext): void {
  decideProjects(database);
  mergePaths(database);
}
