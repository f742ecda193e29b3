import type { Problem } from '../../../../src/lib/model/problem';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceUsageEvent } from '../../../../src/lib/model/usage-event';
import { counterNames, totalTokensOf } from '../../../../src/lib/model/tokens';
import { sourceById } from '../../../../src/lib/sources/registry';
import type { Source } from '../../../../src/lib/sources/source';
import { testNow } from '../read-source';
import { readFile } from '../../../../src/lib/sources/read-file';

export const fixtures = [
  { source: 'openai-usage', file: 'completions_usage.csv' },
  { source: 'openai-usage', file: 'hourly-without-new-columns.csv' },
  { source: 'openai-cost', file: 'cost.csv' },
  { source: 'openai-activity', file: 'activity.csv' },
  { source: 'anthropic-usage', file: 'daily.csv' },
  { source: 'anthropic-usage', file: 'hourly.csv' },
  { source: 'anthropic-cost', file: 'cost.csv' },
  { source: 'cursor-usage', file: 'usage-events.csv' },
  { source: 'openrouter-activity', file: 'activity.csv' },
  { source: 'openrouter-daily', file: 'activity.csv' },
  { source: 'openrouter-daily', file: 'activity.json' },
  { source: 'openai-usage-api', file: 'completions.json' },
  { source: 'anthropic-usage-api', file: 'messages.json' },
  { source: 'opencode-console', file: 'usage-30d.csv' },
  { source: 'litellm', file: 'spend-logs.csv' },
  { source: 'litellm', file: 'spend-logs.json' },
  { source: 'litellm', file: 'spend-logs.jsonl' },
  { source: 'langfuse', file: 'observations.csv' },
  { source: 'langfuse', file: 'observations.jsonl' },
  { source: 'litellm', file: 'lifetimes.jsonl' },
  { source: 'helicone', file: 'requests.csv' },
  { source: 'helicone', file: 'export-tool.csv' },
] as const;

export function fixture(source: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../fixtures', source, file)));
}

export function sourceOf(id: string): Source {
  const found = sourceById(id);
  if (found === null) throw new Error(`no source ${id}`);
  return found;
}

export interface ExportReading {
  events: SourceUsageEvent[];
  problems: { reason: Problem; line?: number }[];
  names: Record<string, string>;
}

export async function* inChunks(chunks: Iterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const chunk of chunks) {
    yield await Promise.resolve(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  }
}

export async function readExport(
  source: Source,
  chunks: Iterable<Uint8Array | string>,
): Promise<ExportReading> {
  const reading: ExportReading = { events: [], problems: [], names: {} };
  await readFile(
    source,
    inChunks(chunks),
    {
      event: (event) => reading.events.push(event),
      session: () => undefined,
      problem: (reason, line) => reading.problems.push(line === undefined ? { reason } : { reason, line }),
      projectName: (path, name) => (reading.names[path] = name),
    },
    { now: testNow },
  );
  return reading;
}

/** Input, cache reads, 5-minute and 1-hour writes, output, reasoning; and the total. */
export const readFixture = (id: string, file: string): Promise<ExportReading> =>
  readExport(sourceOf(id), [fixture(id, file)]);

export function sums(events: readonly SourceUsageEvent[]): number[] {
  const counters = counterNames.map((name) => events.reduce((sum, event) => sum + event[name], 0));
  return [...counters, events.reduce((sum, event) => sum + totalTokensOf(event), 0)];
}

export function isSound(event: SourceUsageEvent): boolean {
  const counters = counterNames.map((name) => event[name]);
  return (
    counters.every((count) => Number.isSafeInteger(count) && count >= 0) &&
    event.reasoningTokens <= event.outputTokens &&
    Number.isSafeInteger(event.occurredAt) &&
    event.path?.includes('/') !== true
  );
}
