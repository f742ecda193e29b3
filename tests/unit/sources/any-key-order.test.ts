import { describe, expect, it } from 'vitest';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { FileHead } from '../../../src/lib/sources/reading/head';
import { sourceById, sources } from '../../../src/lib/sources/registry';
import { readSource } from './read-source';
import { fixture, fixtureFolders, fixturesOf } from './support/fixtures';

const files = fixtureFolders()
  .filter((folder) => sourceById(folder) !== null)
  .flatMap((folder) => fixturesOf(folder).map((name) => ({ folder, name })))
  .filter(({ name }) => /\.jsonl?$/.test(name));

describe('a file whose objects have their keys in reverse', () => {
  it.each(files)('is recognized and read the same: $folder/$name', async ({ folder, name }) => {
    const text = new TextDecoder().decode(fixture(`${folder}/${name}`));
    const turned = reversed(text, name);
    const head = new FileHead(turned, 'x.txt');
    expect(sources.filter((source) => source.detect?.(head)).map(({ id }) => id)).toEqual([folder]);

    const source = sourceById(folder);
    if (source === null) expect.unreachable();
    const { events } = await readSource(source, [text]);
    expect(inAnyOrder((await readSource(source, [turned])).events)).toEqual(inAnyOrder(events));
  });
});

/** Some documents are objects whose keys are the ids of calls. */
const inAnyOrder = (events: readonly SourceUsageEvent[]): string[] =>
  events.map(({ position: _, dedupeKey: __, ...event }) => JSON.stringify(event)).sort();

/** The same JSON document or JSON lines, with the keys of every object in reverse. */
function reversed(text: string, name: string): string {
  return name.endsWith('.jsonl')
    ? text.replaceAll(/^.+$/gm, turnLine)
    : JSON.stringify(turn(JSON.parse(text)));
}

function turnLine(line: string): string {
  try {
    return JSON.stringify(turn(JSON.parse(line)));
  } catch {
    // Some fixtures contain a broken line.
    return line;
  }
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turn(inner)]),
  );
}
