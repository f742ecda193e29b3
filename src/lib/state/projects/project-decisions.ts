import { TokentabError } from '../../model/errors';
import type { PathDecision } from '../../model/project-path';
import type { ProjectSummary } from '../../model/project';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { projectName, projects } from './projects.svelte';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';

/** Deletes a project with everything in it and offers undo. False when that failed; the user is told. */
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

/** Restores a deleted project with everything that was in it and offers undo. */
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

/**
 * Permanently removes a deleted project with everything in it. Cannot be undone. Rejects when the database refuses
 * it.
 */
export async function removeProject(project: { id: string; name: string }): Promise<void> {
  await call('removeDeletedProject', project.id);
  toasts.show({ kind: 'done', text: t.projects.removedToast(projectName(project)) });
}

/** The project to restore may have been removed permanently in the meantime, in any tab. */
async function stillThere(answer: Promise<boolean>): Promise<void> {
  if (await answer) return;
  throw new TokentabError('NotFound', 'no-such-project');
}

/** Merges the first project into the second. Rejects when the database refuses it. */
export const mergeProjects = undoable(async (from: ProjectSummary, intoId: string): Promise<void> => {
  await call('mergeProjects', from.id, intoId, Date.now());
  const into = projects.byId(intoId);
  const message = t.projects.mergedToast(projectName(from), into === undefined ? '' : projectName(into));
  undoStack.offer(message, () => stillThere(call('unmergeProject', from.id, Date.now())));
});

/**
 * Assigns a path to a project. Undo restores its former assignment (null: none). Rejects when the database refuses
 * it.
 */
export const decidePath = undoable(
  async (
    path: string,
    decision: PathDecision,
    before: PathDecision | null,
    message: string,
  ): Promise<void> => {
    await call('decideProjectPath', path, decision, Date.now());
    undoStack.offer(message, () => call('decideProjectPath', path, before, Date.now()));
  },
);
