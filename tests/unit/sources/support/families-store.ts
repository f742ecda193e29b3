import type { Problem } from '../../../../src/lib/model/problem';
import { Families, familyKey, splitFamilyKey } from '../../../../src/lib/model/families';
import type { SourceUsageEvent } from '../../../../src/lib/model/usage-event';
import { isBetterRecord } from '../../../../src/lib/sources/reading/better-record';
import type { Source } from '../../../../src/lib/sources/source';
import { testNow } from '../read-source';
import { readFile } from '../../../../src/lib/sources/read-file';

/**
 * What the database does with events and lineage, in a few lines: keeps the better record of a key, and moves keys
 * with their family.
 */
export class FamiliesStore {
  readonly events = new Map<string, SourceUsageEvent>();
  readonly problems: Problem[] = [];
  private readonly families = new Families();

  async import(source: Source, text: string): Promise<void> {
    await readFile(
      source,
      once(new TextEncoder().encode(text)),
      {
        event: (event) => this.add(event),
        session: () => undefined,
        problem: (reason) => this.problems.push(reason),
        lineage: (_, session, parent) => this.link(session, parent),
      },
      { now: testNow },
    );
  }

  private add(event: SourceUsageEvent): void {
    const parts = splitFamilyKey(event.dedupeKey);
    const key =
      parts === null
        ? event.dedupeKey
        : familyKey(parts.source, this.families.find(parts.family), parts.rest);
    const known = this.events.get(key);
    if (known === undefined || isBetterRecord(event, known))
      this.events.set(key, { ...event, dedupeKey: key });
  }

  private link(session: string, parent: string): void {
    const change = this.families.link(session, parent);
    if (change === null) return;
    for (const [key, event] of [...this.events]) {
      if (splitFamilyKey(key)?.family !== change.from) continue;
      this.events.delete(key);
      this.add(event);
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
