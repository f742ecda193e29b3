import type { TokenTotals } from './tokens';

/** Where a folder or foreign name leads. */
export interface PathDecision {
  projectId: string;
  /** Also from every folder below it, whichever folder a session began in. */
  coversSubfolders: boolean;
  /** False while it is only what an import made of the path. */
  isDecided: boolean;
  /** Nobody chose it, it was found out: the project that it leaves empty goes as if it had never been. Absent is false. */
  isFound?: boolean | undefined;
}

/** A folder or foreign name of a project, with the usage that names exactly it, of all time. */
export interface ProjectPath extends Pick<TokenTotals, 'totalTokens'> {
  path: string;
  eventCount: number;
  /** Where the path itself leads; null where it only stands in events that follow another folder. */
  decision: PathDecision | null;
  /** It is the project's own: it leads here. Otherwise events in it are here by the folder where their session began. */
  leadsHere: boolean;
}

/** A folder that some log named, as it is spelled there, and the project of its usage. */
export interface KnownFolder {
  path: string;
  projectId: string;
}

/** A name that an import brought and that the user has not yet decided about. */
export interface UndecidedName extends Pick<TokenTotals, 'totalTokens'> {
  /** As `decideProjectPath` takes it. */
  path: string;
  /** Set where a source's events name nothing at all. */
  source: string | null;
  eventCount: number;
  /** Where its events are until then. */
  projectId: string;
}
