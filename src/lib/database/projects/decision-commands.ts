import type { Commands } from '../../protocol/commands';
import * as shape from '../arguments';
import { checkArgument as check } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import * as decisions from './decision-arguments';
import { deleteProject, getDeletedProjects, restoreProject } from './delete-project';
import { getDeletedContents, removeDeletedProject } from './remove-project';
import { getUsageEvents } from '../usage/events';
import { deleteUsageEvent, updateUsageEvent } from '../events/manual-events';
import { moveUsageEvent } from '../usage/move-event';
import { mergeProjects, unmergeProject } from './merge-projects';
import { decideProjectPath } from './move-path';
import { updateClientName } from './projects';
import { getKnownFolders, getProjectPaths, getUndecidedNames } from './project-path-list';

type Wrap = <Args extends unknown[], Result>(command: (...args: Args) => Result) => (...args: Args) => Result;

type Names =
  | 'deleteProject'
  | 'restoreProject'
  | 'getDeletedProjects'
  | 'getDeletedContents'
  | 'removeDeletedProject'
  | 'updateClientName'
  | 'mergeProjects'
  | 'unmergeProject'
  | 'getProjectPaths'
  | 'decideProjectPath'
  | 'getUndecidedNames'
  | 'getKnownFolders'
  | 'getUsageEvents'
  | 'updateUsageEvent'
  | 'deleteUsageEvent'
  | 'moveUsageEvent';

/** What users decide about projects and single events; `read` and `write` are those of `createCommands`. */
export function decisionCommands(database: DatabaseContext, read: Wrap, write: Wrap): Pick<Commands, Names> {
  return {
    deleteProject: write((id, deletedAt) =>
      deleteProject(database, check(shape.id, id), check(shape.time, deletedAt)),
    ),
    restoreProject: write((id, restoredAt) =>
      restoreProject(database, check(shape.id, id), check(shape.time, restoredAt)),
    ),
    getDeletedProjects: read(() => getDeletedProjects(database)),
    getDeletedContents: read((id) => getDeletedContents(database, check(shape.id, id))),
    removeDeletedProject: write((id) => removeDeletedProject(database, check(shape.id, id))),
    updateClientName: write((projectIds, clientName, updatedAt) =>
      updateClientName(
        database,
        check(shape.ids, projectIds),
        check(shape.clientName, clientName),
        check(shape.time, updatedAt),
      ),
    ),
    mergeProjects: write((fromId, intoId, mergedAt) =>
      mergeProjects(database, check(shape.id, fromId), check(shape.id, intoId), check(shape.time, mergedAt)),
    ),
    unmergeProject: write((id, unmergedAt) =>
      unmergeProject(database, check(shape.id, id), check(shape.time, unmergedAt)),
    ),
    getProjectPaths: read((projectId) => getProjectPaths(database, check(shape.id, projectId))),
    decideProjectPath: write((path, decision, decidedAt) =>
      decideProjectPath(
        database,
        check(decisions.path, path),
        check(decisions.pathDecision, decision),
        check(shape.time, decidedAt),
      ),
    ),
    getKnownFolders: read(() => getKnownFolders(database)),
    getUndecidedNames: read(() => getUndecidedNames(database)),

    getUsageEvents: read((query) => getUsageEvents(database, check(decisions.usageEventQuery, query))),
    updateUsageEvent: write((event, updatedAt) =>
      updateUsageEvent(database, check(shape.newUsageEvent, event), check(shape.time, updatedAt)),
    ),
    deleteUsageEvent: write((id) => deleteUsageEvent(database, check(decisions.eventKey, id))),
    moveUsageEvent: write((id, projectId, movedAt) =>
      moveUsageEvent(
        database,
        check(decisions.eventKey, id),
        check(shape.optionalId, projectId) ?? null,
        check(shape.time, movedAt),
      ),
    ),
  };
}
