import { TokentabError } from '../../model/errors';
import type { PathDecision } from '../../model/project-path';
import type { ProjectSummary } from '../../model/project';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { projectName, projects } from './projects.svelte';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';

/** Deletes it with what it holds and offers to take that back. False where that failed, which the user is told. */
export const deleteProject = undoable(async (project: ProjectSummary): Promise<boolean> => {
  try {
    await call('deleteProject', project.id, Date.now());
    undoStack.offer(t.projects.deletedToast(projectName(project)), () =>
      stillThere(call('restoreProject', project.id, Date.now())),
    );
    return true;
  } catch (error) {
    reportFailure(t.projects.failed, error);
    return false;
  }
});

/** Brings a deleted one back with what it held, and offers to take that back. */
export const restoreProject = undoable(async (project: { id: string; name: string }): Promise<void> => {
  try {
    await stillThere(call('restoreProject', project.id, Date.now()));
    undoStack.offer(t.projects.restoredToast(projectName(project)), () =>
      call('deleteProject', project.id, Date.now()),
    );
  } catch (error) {
    reportFailure(t.projects.failed, error);
  }
});

/** Takes a deleted project away with all that it holds. Nothing brings it back. Rejects with what went wrong. */
export async function removeProject(project: { id: string; name: string }): Promise<void> {
  await call('removeDeletedProject', project.id);
  toasts.show({ kind: 'done', text: t.projects.removedToast(projectName(project)) });
}

/** What is to be taken back may have been removed for good meanwhile, here or in another tab. */
async function stillThere(answer: Promise<boolean>): Promise<void> {
  if (await answer) return;
  throw new TokentabError('NotFound', 'There is no such project. It may have been removed meanwhile.');
}

/** Makes the first project a part of the second one. Rejects with what went wrong. */
export const mergeProjects = undoable(async (from: ProjectSummary, intoId: string): Promise<void> => {
  await call('mergeProjects', from.id, intoId, Date.now());
  const into = projects.byId(intoId);
  const said = t.projects.mergedToast(projectName(from), into === undefined ? '' : projectName(into));
  undoStack.offer(said, () => stillThere(call('unmergeProject', from.id, Date.now())));
});

/**
 * Lets a path lead elsewhere; undo lets it lead where it did before (null: nowhere by itself). Rejects with what went
 * wrong.
 */
export const decidePath = undoable(
  async (path: string, decision: PathDecision, before: PathDecision | null, said: string): Promise<void> => {
    await call('decideProjectPath', path, decision, Date.now());
    undoStack.offer(said, () => call('decideProjectPath', path, before, Date.now()));
  },
);
