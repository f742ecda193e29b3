import type { CodexSessionMeta } from './lineage';
import type { JsonObject } from '../reading/json-fields';

/**
 * Decides by the file's structure which records are inherited. A fork's first two records are its own `session_meta`
 * and its parent's, and everything up to the fork's first own task was copied. A copied task keeps the second at
 * which it started, while the records around it get new timestamps; an own task started when its record was written.
 */
export class ReplayedPrefix {
  private forkedFromId: string | null = null;
  isInherited = false;

  /** `index` counts the file's records from 0. */
  sessionMeta(meta: CodexSessionMeta, index: number): void {
    if (index === 0) this.forkedFromId = meta.forkedFromId;
    else if (index === 1) this.isInherited = meta.id !== null && meta.id === this.forkedFromId;
  }

  /** `writtenAt` is the record's own time, in UTC milliseconds. */
  taskStarted(payload: JsonObject, writtenAt: number | null): void {
    const startedAt = toSeconds(payload.started_at);
    if (startedAt === null || writtenAt === null) return;
    if (startedAt === Math.floor(writtenAt / 1000)) this.isInherited = false;
  }
}

/** Seconds since 1970. Newer versions write them; an ISO time is accepted as well. */
function toSeconds(value: unknown): number | null {
  const seconds =
    typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) / 1000 : Number.NaN;
  if (!Number.isFinite(seconds)) return null;
  return Math.floor(seconds > 1e11 ? seconds / 1000 : seconds);
}
