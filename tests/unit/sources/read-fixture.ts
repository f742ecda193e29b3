import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { sourceById } from '../../../src/lib/sources/registry';
import type { Source } from '../../../src/lib/sources/source';
import { readSource, type Reading } from './read-source';
import { fixture } from './support/fixtures';

/** The source whose folder of fixtures contains the file. */
export function sourceOf(file: string): Source {
  const source = sourceById(file.split('/')[0] ?? '');
  if (source === null) throw new Error(`no source reads ${file}`);
  return source;
}

/** Reads a file below `tests/fixtures`, as if it were at `path` and last changed on 2026-03-02 at noon UTC. */
export function readFixture(file: string, path = file): Promise<Reading> {
  return readSource(sourceOf(file), [fixture(file)], { path, modifiedAt: Date.UTC(2026, 2, 2, 12) });
}

/** Input, cache reads, cache writes, output, and the reasoning included in it. */
export function countsOf(events: Iterable<SourceUsageEvent>): number[][] {
  return [...events].map((event) => [
    event.inputTokens,
    event.cacheReadTokens,
    event.cacheWrite5mTokens,
    event.outputTokens,
    event.reasoningTokens,
  ]);
}
