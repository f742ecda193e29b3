import type { TokenTotals } from './tokens';

/** Where a folder or a foreign name leads. */
export interface PathDecision {
  projectId: string;
  /** Whether usage in its subfolders follows too, whichever folder the session began in. */
  coversSubfolders: boolean;
  /** False while the assignment comes from an import and not from the user. */
  isDecided: boolean;
  /** Inferred, not chosen by the user: a project that this path leaves empty is deleted. Absent means false. */
  isFound?: boolean | undefined;
}

/** A folder or foreign name of a project, with the all-time usage recorded under exactly this path. */
export interface ProjectPath extends Pick<TokenTotals, 'totalTokens'> {
  path: string;
  eventCount: number;
  /** As in `UsageSums`. */
  inexactCount: number;
  /** Where the path itself leads; null when it occurs only in events that follow another folder. */
  decision: PathDecision | null;
  /**
   * True when the path itself leads to this project. False when its events are here because their session began in
   * another folder.
   */
  leadsHere: boolean;
}

/** A folder from a log, as it is spelled there, and the project of its usage. */
export interface KnownFolder {
  path: string;
  projectId: string;
}

/** A foreign name that an import brought and that the user hasn't assigned yet. */
export interface UndecidedName extends Pick<TokenTotals, 'totalTokens'> {
  /** In the form that `decideProjectPath` accepts. */
  path: string;
  /** Set when the path stands for all events of a source that name no project. */
  source: string | null;
  eventCount: number;
  /** As in `UsageSums`. */
  inexactCount: number;
  /** The project that holds its events until then. */
  projectId: string;
}
