import { isInside, projectRoot } from '../../model/project-root';
import type { Connection } from '../context';
import { freeName, freeNameOf } from './free-name';
import { madeProjectId } from './made-project-id';
import { nameOfPath } from './path-names';
import { resolveMerged } from './projects';
import { all, run, value } from '../sql/statements';

/** The project of events without a folder or anything else that leads to a project. The same id on every device. */
export const unassignedProjectId = '00000000-0000-7000-8000-000000000000';
const unassignedName = 'Unassigned';

/**
 * The path, only used in `project_paths`, of a source's events that name no project, so that the user can assign
 * them.
 */
const pathlessPrefix = 'tokentab:source/';
export const pathOfPathless = (source: string): string => pathlessPrefix + source;
export function pathlessSource(path: string): string | null {
  return path.startsWith(pathlessPrefix) ? path.slice(pathlessPrefix.length) : null;
}

/**
 * Finds the projects of one import's events and creates missing ones. Lives for one transaction, because it caches
 * its results.
 */
export class ProjectFinder {
  private readonly byRoot = new Map<string, string>();
  /** Caches by folder, so that the root isn't computed again for every event. */
  private readonly byFolder = new Map<string | null, Map<string, string>>();
  private readonly bySource = new Map<string, string>();
  /** The folders that the user assigned with all their subfolders; longest first. */
  private readonly covering: readonly { path: string; projectId: string }[];

  constructor(
    private readonly connection: Connection,
    /** The import that creates new projects, and whose undo removes them; null for none. */
    private readonly importId: string | null,
    /** UTC milliseconds. */
    private readonly createdAt: number,
  ) {
    this.covering = all(
      connection,
      'SELECT path, project_id FROM project_paths WHERE covers_subfolders = 1 ORDER BY length(path) DESC, path',
    );
  }

  /**
   * The project of an event in `path` whose session began in `beganIn`; both null if unknown. The longest folder that
   * the user has assigned takes precedence over the folder in which the session began. Follows merges.
   */
  find(path: string | null, beganIn: string | null, source: string): string {
    // Some tools name the folder only in a file next to the log, which says where the session began.
    const place = path ?? beganIn;
    if (place === null) return this.pathless(source);
    let folders = this.byFolder.get(beganIn);
    if (!folders) this.byFolder.set(beganIn, (folders = new Map<string, string>()));
    let id = folders.get(place);
    if (id === undefined) folders.set(place, (id = this.resolve(place, beganIn)));
    return id;
  }

  private resolve(path: string, beganIn: string | null): string {
    const root = projectRoot(path, beganIn);
    const folder = projectRoot(path, null);
    const covering = this.covering.find((each) => isInside(folder, each.path));
    if (covering && covering.path.length >= root.length) return this.living(covering.projectId);
    let id = this.byRoot.get(root);
    if (id === undefined) {
      // An assignment that an import created gives way to a parent folder that the user has assigned.
      const own = this.stored(root, covering !== undefined);
      id = this.living(own ?? covering?.projectId ?? this.projectOf(root));
      this.byRoot.set(root, id);
    }
    return id;
  }

  private pathless(source: string): string {
    let id = this.bySource.get(source);
    if (id === undefined) {
      id = this.living(this.stored(pathOfPathless(source)) ?? this.unassigned());
      this.bySource.set(source, id);
    }
    return id;
  }

  private living(id: string): string {
    return resolveMerged(this.connection, id);
  }

  private stored(path: string, onlyDecided = false): string | undefined {
    const sql = `SELECT project_id FROM project_paths WHERE path = ?1 AND (decided_at IS NOT NULL OR NOT ?2)`;
    const id = value(this.connection, sql, [path, onlyDecided ? 1 : 0]);
    return typeof id === 'string' ? id : undefined;
  }

  private projectOf(root: string): string {
    const id = madeProjectId(root);
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

  /** Creates it if it isn't there. */
  unassigned(): string {
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
