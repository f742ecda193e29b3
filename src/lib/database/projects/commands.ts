import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as own from './arguments';
import { deleteProject, getDeletedProjects, restoreProject } from './delete-project';
import { mergeProjects, unmergeProject } from './merge-projects';
import { decideProjectPath } from './move-path';
import { pinProjectAt, reorderPinnedProjects, updateProjectPinned } from './pins';
import { getKnownFolders, getProjectPaths, getUndecidedNames } from './project-path-list';
import { restorePin } from './pins-before';
import { createProject, getPinnedProjects, getProjects, updateClientName } from './projects';
import { getDeletedContents, removeDeletedProject } from './remove-project';
import { updateProject } from './update-project';

const { id, ids, time } = shape;

export const projectCommands = {
  createProject: define({ args: [own.newProject], changes: ['projects'], run: createProject }),
  updateProject: define({
    args: [id, own.projectChanges, time],
    changes: ['projects'],
    run: updateProject,
  }),
  updateClientName: define({
    args: [ids, shape.clientName, time],
    changes: ['projects', 'settings'],
    run: updateClientName,
  }),
  getProjects: define({ args: [], reads: ['projects'], run: getProjects }),

  deleteProject: define({
    args: [id, time],
    changes: ['projects', 'usage'],
    timeoutMinutes: 2,
    run: deleteProject,
  }),
  restoreProject: define({
    args: [id, time],
    changes: ['projects', 'usage'],
    timeoutMinutes: 2,
    run: restoreProject,
  }),
  getDeletedProjects: define({ args: [], reads: ['projects', 'usage'], run: getDeletedProjects }),
  getDeletedContents: define({ args: [id], reads: ['projects', 'usage'], run: getDeletedContents }),
  removeDeletedProject: define({ args: [id], changes: ['projects', 'usage'], run: removeDeletedProject }),
  mergeProjects: define({
    args: [id, id, time],
    changes: ['projects', 'usage'],
    timeoutMinutes: 2,
    run: mergeProjects,
  }),
  unmergeProject: define({
    args: [id, time],
    changes: ['projects', 'usage'],
    timeoutMinutes: 2,
    run: unmergeProject,
  }),

  getProjectPaths: define({ args: [id], reads: ['projects', 'usage'], run: getProjectPaths }),
  getUndecidedNames: define({ args: [], reads: ['projects', 'usage'], run: getUndecidedNames }),
  getKnownFolders: define({ args: [], reads: ['projects', 'usage'], run: getKnownFolders }),
  decideProjectPath: define({
    args: [shape.path, own.pathDecision, time],
    changes: ['projects', 'usage'],
    timeoutMinutes: 2,
    run: decideProjectPath,
  }),

  getPinnedProjects: define({ args: [], reads: ['projects'], run: getPinnedProjects }),
  updateProjectPinned: define({
    args: [id, shape.flag, time],
    changes: ['projects'],
    run: updateProjectPinned,
  }),
  pinProjectAt: define({ args: [id, shape.wholeNumber, time], changes: ['projects'], run: pinProjectAt }),
  restorePin: define({ args: [id, ids, time], changes: ['projects'], run: restorePin }),
  reorderPinnedProjects: define({ args: [ids, time], changes: ['projects'], run: reorderPinnedProjects }),
};
