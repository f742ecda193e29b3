/** The sources that know of families. The database stores their keys so that the family can be exchanged. */
const sourcesWithFamilies: ReadonlySet<string> = new Set(['codex-cli']);

/** Whether the keys of a source's events are those that `familyKey` makes. */
export function hasFamilies(source: string): boolean {
  return sourcesWithFamilies.has(source);
}

/**
 * Sessions that copy rows of each other form a family, within which equal keys are the same call. A family has the
 * name of one of its sessions, and it may turn out later that two families are one; so the name is a part of the key
 * that can be exchanged: `source:family:rest`.
 */
export function familyKey(source: string, family: string, rest: string): string {
  return `${source}:${family}:${rest}`;
}

/** The parts of a key that `familyKey` made, or null. */
export function splitFamilyKey(key: string): { source: string; family: string; rest: string } | null {
  const [source, family, rest, more] = key.split(':');
  if (source === undefined || family === undefined || rest === undefined || more !== undefined) return null;
  return { source, family, rest };
}

/**
 * Which family each session belongs to. Links may come in any order, repeatedly and even in circles: in the end
 * sessions are in one family exactly when a row of links leads from one to the other, under its smallest name.
 */
export class Families {
  private readonly familyOf = new Map<string, string>();
  private readonly members = new Map<string, string[]>();

  find(session: string): string {
    return this.familyOf.get(session) ?? session;
  }

  /** Null when they were one family already; else keys of family `from` now belong to family `to`. */
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
