/** A project as every list shows it. */
export interface ProjectSummary {
  id: string;
  name: string;
  clientName: string | null;
  description: string | null;
  isArchived: boolean;
  isPinned: boolean;
  /** 0 when not pinned; pins are shown in ascending order. */
  pinOrder: number;
}

export interface ProjectChanges {
  name?: string;
  clientName?: string | null;
  description?: string | null;
  isArchived?: boolean;
}

/** A deleted project that can be restored. */
export interface DeletedProject {
  id: string;
  name: string;
  clientName: string | null;
  /** UTC milliseconds. */
  deletedAt: number;
  eventCount: number;
}

/** What is lost when a deleted project is removed permanently. */
export interface DeletedContents {
  eventCount: number;
  totalTokens: number;
  /** Folders and foreign names that lead to the project. */
  pathCount: number;
  /** Documents that are waiting for extraction. */
  documentCount: number;
}
