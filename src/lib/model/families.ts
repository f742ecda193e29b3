/** The sources with families. The database stores their keys so that the family can be replaced. */
const sourcesWithFamilies: ReadonlySet<string> = new Set(['codex-cli']);

/** Whether the keys of a source's events are made by `familyKey`. */
export function hasFamilies(source: string): boolean {
  return sourcesWithFamilies.has(source);
}

/**
 * Sessions that copy each other's rows form a family, within which equal keys are the same call. A family is named
 * after one of its sessions. Two families may later turn out to be one, so its name is a replaceable part of the key:
 * `source:family:rest`.
 */
export function familyKey(source: string, family: string, rest: string): string {
  return `${source}:${family}:${rest}`;
}

/** The parts of a key made by `familyKey`; null for other keys. */
export function splitFamilyKey(key: string): { source: string; family: string; rest: string } | null {
  const [source, family, rest, more] = key.split(':');
  if (source === undefined || family === undefined || rest === undefined || more !== undefined) return null;
  return { source, family, rest };
}

/**
 * Union-find: the family of each session. Links may come in any order, repeatedly and even in cycles. Sessions are in
 * one family if and only if links connect them; its name is the smallest of theirs.
 */
export class Families {
  private readonly familyOf = new Map<string, string>();
  private readonly members = new Map<string, string[]>();

  find(session: string): string {
    return this.familyOf.get(session) ?? session;
  }

  /** Null if they already were one family; otherwise keys of family `from` now belong to family `to`. */
  link(session: string, other: string): { from: string; to: string } | null {
    const [one, two] = [this.find(session), this.find(other)];
    if (one === two) return null;
    const [to, from] = one < two ? [one, two] : [two, one];
    const moved = this.members.get(from) ?? [from];
    for (const member of moved) this.familyOf.set(member, to);
    this.members.set(to, [...(this.members.get(to) ?? [to]), ...moved]);
    this.members.delete(from);
    return { from, to };
  }
}
