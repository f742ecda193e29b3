import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observers } from '../../../src/lib/model/copies';
import { detectSource, sourceById, sources } from '../../../src/lib/sources/registry';
import { sharedData } from '../shared-data';
import { assistantLine, toLog, userLine } from './claude-code-lines';
import { FileHead } from '../../../src/lib/sources/reading/head';

const detect = (head: string): string | null => detectSource(new FileHead(head, 'any.txt'))?.id ?? null;

describe('the source of a file', () => {
  it('is found by its content', () => {
    expect(detect(toLog(userLine()))).toBe('claude-code');
    expect(detect(toLog({ type: 'summary', summary: 'x', leafUuid: 'y' }))).toBe('claude-code');
    expect(detect(toLog(assistantLine({ line: { cwd: undefined, parentUuid: undefined } })))).toBe(
      'claude-code',
    );
  });

  it('survives a broken first line, and a truncated one', () => {
    expect(detect(`\u0000\u0000broken\n${toLog(userLine())}`)).toBe('claude-code');
    expect(detect(JSON.stringify(userLine()).slice(0, 120))).toBe('claude-code');
  });

  it.each([
    '',
    'hello',
    '{"a":1}',
    '[]',
    'a,b\n1,2\n',
    '{"display":"x","timestamp":1,"project":"/p","sessionId":"s"}',
  ])('is none for %j', (head) => expect(detect(head)).toBeNull());

  it('has stable ids', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const source of sources) {
      expect(source.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(sourceById(source.id)).toBe(source);
    }
    expect(sourceById('nothing')).toBeNull();
  });

  const sessions = sharedData('sessions');
  it.skipIf(sessions === null).each(['codex', 'copilot', 'gemini'])(
    'is not Claude Code for real logs of %s',
    (name) => {
      const head = readFileSync(`${sessions}/${name}.jsonl`).subarray(0, 65_536).toString();
      expect(detect(head)).not.toBe('claude-code');
    },
  );
});

it('every observer is a source', () => {
  const ids = new Set(sources.map(({ id }) => id));
  expect(observers.filter((id) => !ids.has(id))).toEqual([]);
});
