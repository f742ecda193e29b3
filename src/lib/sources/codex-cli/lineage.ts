import { ChainHash } from '../../model/chain-hash';
import { asObject, asText, type JsonObject } from '../reading/json-fields';

/** What a `session_meta` record says of a session and where it comes from. */
export interface CodexSessionMeta {
  id: string | null;
  /** The session that this one copies, a subagent's parent included. */
  parentId: string | null;
  forkedFromId: string | null;
}

export function readSessionMeta(payload: JsonObject): CodexSessionMeta {
  const forkedFromId = asText(payload.forked_from_id);
  const spawn = asObject(asObject(asObject(payload.source)?.subagent)?.thread_spawn);
  const id = asText(payload.id);
  const parentId =
    forkedFromId ?? asText(payload.parent_thread_id) ?? asText(spawn?.parent_thread_id) ?? null;
  return { id, parentId: parentId === id ? null : parentId, forkedFromId };
}

/**
 * The sessions that one file knows of. A fork's file begins with its own `session_meta` and, where it replays its
 * parent, goes on with the parent's and its ancestors'; so the oldest ancestor can be found as far as they stand there.
 */
export class CodexLineage {
  private readonly parentOf = new Map<string, string>();
  private ownId: string | null = null;

  add({ id, parentId }: CodexSessionMeta): void {
    if (id === null) return;
    this.ownId ??= id;
    if (parentId !== null && !this.parentOf.has(id)) this.parentOf.set(id, parentId);
  }

  /** The file's own session: the first that it names. */
  get sessionId(): string | null {
    return this.ownId;
  }

  /** Each session with its parent, as names of families. */
  *links(): Generator<[session: string, parent: string]> {
    for (const [id, parent] of this.parentOf) yield [familyName(id), familyName(parent)];
  }

  /** The family's name: its oldest session that is known here. Null where the file names no session. */
  get family(): string | null {
    if (this.ownId === null) return null;
    const passed = new Set<string>();
    let id = this.ownId;
    for (let parent = this.parentOf.get(id); parent !== undefined; parent = this.parentOf.get(id)) {
      // A broken file may name parents in a circle: then its smallest member gives the name.
      if (passed.has(id)) return familyName([...passed].sort()[0] ?? id);
      passed.add(id);
      id = parent;
    }
    return familyName(id);
  }
}

/** Session ids are UUIDs; anything else is hashed, for it stands between colons in keys. */
export function familyName(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id;
  const hash = new ChainHash();
  hash.addText(id);
  return hash.digest;
}
