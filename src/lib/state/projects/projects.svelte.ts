import type { ProjectChanges, ProjectSummary } from '../../model/project';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { liveQuery, type LiveQuery } from '../database/live-query.svelte';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';

/** All projects of the open database, shared by the sidebar, the lists and the forms. */
class Projects {
  #query = $state.raw<LiveQuery<ProjectSummary[]>>();
  #byId = $derived(new Map(this.all.map((project) => [project.id, project])));

  /** Called once by the root layout, while it is set up. */
  start(): void {
    this.#query = liveQuery((read) => read('getProjects'));
  }

  /** Settles when `all` holds what is stored now. */
  async refresh(): Promise<void> {
    await this.#query?.refresh();
  }

  get isLoaded(): boolean {
    return this.#query?.data !== undefined;
  }

  get all(): readonly ProjectSummary[] {
    return this.#query?.data ?? [];
  }

  byId(id: string): ProjectSummary | undefined {
    return this.#byId.get(id);
  }
}

export const projects = new Projects();

export interface ProjectFields {
  name: string;
  clientName: string | null;
  description: string | null;
}

/** Sending it again with the same id changes nothing. */
export function createProject(fields: ProjectFields, id = newId()): Promise<ProjectSummary> {
  return call('createProject', { ...fields, id, createdAt: Date.now() });
}

/** Creates a project and offers undo, which moves it to the deleted projects. */
export const addProject = undoable(async (fields: ProjectFields): Promise<ProjectSummary> => {
  const project = await createProject(fields);
  undoStack.offer(t.projects.created(project.name), () => call('deleteProject', project.id, Date.now()));
  return project;
});

/** Saves the changes and offers undo. */
export const updateProject = undoable(
  async (project: ProjectSummary, changes: ProjectChanges, message: string): Promise<void> => {
    const before: ProjectChanges = {
      name: project.name,
      clientName: project.clientName,
      description: project.description,
    };
    await call('updateProject', project.id, changes, Date.now());
    undoStack.offer(message, () => call('updateProject', project.id, before, Date.now()));
  },
);

/** Archiving also unpins the project, and unarchiving restores its position. Offers undo. */
export const setArchived = undoable(async (project: ProjectSummary, isArchived: boolean): Promise<void> => {
  try {
    await call('updateProject', project.id, { isArchived }, Date.now());
    const name = projectName(project);
    const message = isArchived ? t.projects.archivedToast(name) : t.projects.unarchivedToast(name);
    undoStack.offer(message, () =>
      call('updateProject', project.id, { isArchived: !isArchived }, Date.now()),
    );
  } catch (error) {
    reportFailure(t.projects.failed, error);
  }
});

/** A project without a name still needs something to click on. */
export function projectName(project: { name: string }): string {
  return project.name.trim() === '' ? t.projects.unnamed : project.name;
}
