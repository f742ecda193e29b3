import type { Problem } from '../../../src/lib/model/problem';
import type { SourceSession, SourceUsageEvent } from '../../../src/lib/model/usage-event';
import type { Source, SourceContext } from '../../../src/lib/sources/source';
import { readFile } from '../../../src/lib/sources/read-file';

export interface Reading {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
  problems: { reason: Problem; line?: number }[];
}

/** The current time in all tests: 2026-11-15, noon UTC. */
export const testNow = Date.UTC(2026, 10, 15, 12);

/** Reads bytes with a source, in the given chunks, and collects its output. */
export async function readSource(
  source: Source,
  chunks: Iterable<Uint8Array | string>,
  context: Partial<SourceContext> = {},
): Promise<Reading> {
  const reading: Reading = { events: [], sessions: [], problems: [] };
  await readFile(
    source,
    toBytes(chunks),
    {
      event: (event) => reading.events.push(event),
      session: (session) => reading.sessions.push(session),
      problem: (reason, line) => reading.problems.push(line === undefined ? { reason } : { reason, line }),
    },
    { now: testNow, ...context },
  );
  return reading;
}

async function* toBytes(chunks: Iterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const chunk of chunks)
    yield await Promise.resolve(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
}
