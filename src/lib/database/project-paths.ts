import { v7 as uuidv7 } from 'uuid';
import { projectRoot } from '../model/project-root';
import type { Connection } from './context';
import { freeName, freeNameOf } from './free-name';
import { nameOfPath } from './path-names';
import { run, value } from './statements';

/** Where events go that name no folder and nothing else that leads to a project. The same on every device. */
export const unassignedProjectId = '00000000-0000-7000-8000-000000000000';
const unassignedName = 'Unassigned';

/**
 * Finds the projects of one import's events, and makes those that are missing. Lives for one transaction: it remembers
 * what it has found.
 */
export class ProjectFinder {
  private readonly byRoot = new Map<string | null, string>();
  /** The root is not computed anew for every event of a folder. */
  private readonly byFolder = new Map<string | null, Map<string | null, string>>();

  constructor(
    private readonly connection: Connection,
    private readonly importId: string,
    /** UTC milliseconds. */
    private readonly createdAt: number,
  ) {}

  /** The project of an event in `path` whose session began in `beganIn`; both null where they are not known. */
  find(path: string | null, beganIn: string | null): string {
    let folders = this.byFolder.get(beganIn);
    if (!folders) this.byFolder.set(beganIn, (folders = new Map<string | null, string>()));
    let id = folders.get(path);
    if (id === undefined) folders.set(path, (id = this.resolve(path, beganIn)));
    return id;
  }

  private resolve(path: string | null, beganIn: string | null): string {
    const root = path === null ? null : projectRoot(path, beganIn);
    let id = this.byRoot.get(root);
    if (id === undefined) {
      id = root === null ? this.unassigned() : this.projectOf(root);
      this.byRoot.set(root, id);
    }
    return id;
  }

  private projectOf(root: string): string {
    const stored = value(this.connection, 'SELECT project_id FROM project_paths WHERE path = ?', [root]);
    if (typeof stored === 'string') return stored;
    const id = uuidv7({ msecs: this.createdAt });
    this.create(id, this.nameFor(root));
    run(
      this.connection,
      'INSERT INTO project_paths (path, project_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)',
      [root, id, this.createdAt],
    );
    return id;
  }

  private nameFor(root: string): string {
    const name = nameOfPath(this.connection, root);
    return name === null ? freeNameOf(this.connection, root) : freeName(this.connection, name);
  }

  private unassigned(): string {
    this.create(unassignedProjectId, unassignedName);
    return unassignedProjectId;
  }

  private create(id: string, name: string): void {
    run(
      this.connection,
      `INSERT INTO projects (id, name, created_at, updated_at, created_by_import) VALUES (?1, ?2, ?3, ?3, ?4)
       ON CONFLICT (id) DO NOTHING`,
      [id, name, this.createdAt, this.importId],
    );
  }
}
