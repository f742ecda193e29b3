import { ChainHash } from '../../model/chain-hash';
import { asObject, asText, type JsonObject } from '../reading/json-fields';

/** A session and its origin, from a `session_meta` record. */
export interface CodexSessionMeta {
  id: string | null;
  /** The session that this one copies; also the parent of a subagent. */
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
 * The sessions in one file. A fork's file begins with its own `session_meta` and, if it replays its parent, continues
 * with those of its parent and ancestors, which lead to the oldest ancestor in the file.
 */
export class CodexLineage {
  private readonly parentOf = new Map<string, string>();
  private ownId: string | null = null;

  add({ id, parentId }: CodexSessionMeta): void {
    if (id === null) return;
    this.ownId ??= id;
    if (parentId !== null && !this.parentOf.has(id)) this.parentOf.set(id, parentId);
  }

  /** The file's own session, which is the first one. */
  get sessionId(): string | null {
    return this.ownId;
  }

  /** Each session with its parent, as family names. */
  *links(): Generator<[session: string, parent: string]> {
    for (const [id, parent] of this.parentOf) yield [familyName(id), familyName(parent)];
  }

  /** The family's name: its oldest session in the file. Null if the file names no session. */
  get family(): string | null {
    if (this.ownId === null) return null;
    const passed = new Set<string>();
    let id = this.ownId;
    for (let parent = this.parentOf.get(id); parent !== undefined; parent = this.parentOf.get(id)) {
      // In a broken file, parents may form a cycle. Then use its smallest member.
      if (passed.has(id)) return familyName([...passed].sort()[0] ?? id);
      passed.add(id);
      id = parent;
    }
    return familyName(id);
  }
}

/** Session ids are UUIDs. Anything else is hashed, because keys contain the name between colons. */
export function familyName(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id;
  const hash = new ChainHash();
  hash.addText(id);
  return hash.digest;
}
