import type { Problem } from '../../../../src/lib/model/problem';
import { expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { claudeLine } from '../../../e2e/support/imports';
import { chosenFile, inPlace, openTarget } from './database-target';

/** What is wrong in a file is named with the file and the line, and nothing else is lost. */

const timestamp = '2026-10-02T09:00:00.000Z';
let count = 0;

/** A sound response of 15 tokens. */
const good = () => claudeLine({ id: `good-${(count += 1)}`, cwd: '/home/ada/shop', timestamp });

/** The same, with one thing replaced in its text. */
function bad(what: string, by: string): string {
  const line = good();
  if (!line.includes(what)) throw new Error(`The line has no ${what}.`);
  return line.replace(what, by);
}

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

/** One thing is wrong with each file: what the summary must say, about which line, and how many events are kept. */
const broken: Record<string, { text: string; line?: number; reason: Problem; kept: number }> = {
  'broken-line.jsonl': {
    text: lines(good(), '{"type":"assistant","message":{"usage":{"input_tokens":1}}', good()),
    line: 2,
    reason: 'line-not-json',
    kept: 2,
  },
  'cut-off.jsonl': {
    text: lines(good()) + good().slice(0, 80),
    line: 2,
    reason: 'line-cut-off',
    kept: 1,
  },
  'not-json.jsonl': {
    text: 'Dear diary,\nnothing happened.\n',
    reason: 'unrecognized',
    kept: 0,
  },
  'noise.jsonl': {
    text: lines(good(), 'hello', good()),
    line: 2,
    reason: 'line-not-an-object',
    kept: 2,
  },
  'wrong-type.jsonl': {
    text: lines(good(), bad('"input_tokens":10', '"input_tokens":"10"'), good()),
    line: 2,
    reason: { code: 'field-not-a-number', field: 'input_tokens' },
    kept: 2,
  },
  'wrong-usage.jsonl': {
    text: lines(good(), good(), bad('"usage":{', '"usage":[],"other":{')),
    line: 3,
    reason: { code: 'not-an-object', field: 'usage' },
    kept: 2,
  },
  'negative.jsonl': {
    text: lines(bad('"output_tokens":5', '"output_tokens":-5'), good()),
    line: 1,
    reason: { code: 'field-not-a-count', field: 'output_tokens' },
    kept: 1,
  },
  'absurd.jsonl': {
    text: lines(good(), bad('"output_tokens":5', '"output_tokens":9007199254740991')),
    line: 2,
    reason: { code: 'field-implausible', field: 'output_tokens' },
    kept: 1,
  },
  'infinite.jsonl': {
    text: lines(good(), bad('"output_tokens":5', '"output_tokens":1e999')),
    line: 2,
    reason: { code: 'field-not-a-count', field: 'output_tokens' },
    kept: 1,
  },
  'in-1970.jsonl': {
    text: lines(good(), bad(timestamp, '1970-01-01T00:00:00.000Z')),
    line: 2,
    reason: 'date-out-of-range',
    kept: 1,
  },
  'in-2099.jsonl': {
    text: lines(good(), bad(timestamp, '2099-12-31T23:59:59.000Z')),
    line: 2,
    reason: 'date-out-of-range',
    kept: 1,
  },
  'empty.jsonl': { text: '', reason: 'empty-file', kept: 0 },
};

it('every problem in a folder is reported, and nothing else is lost', async () => {
  const { target, commands } = await openTarget();
  const files = Object.entries(broken).map(([name, { text }]) => chosenFile(`logs/${name}`, text));
  const sound = chosenFile('logs/sound.jsonl', lines(good(), good()));
  const summary = await importFiles(target, [...files, sound], inPlace);

  const expected = Object.entries(broken).map(([name, { line, reason }]) => ({
    file: `logs/${name}`,
    ...(line === undefined ? {} : { line }),
    reason,
    count: 1,
    ...(name === 'empty.jsonl' && { isHarmless: true }),
  }));
  const byFile = (a: { file: string }, b: { file: string }) => a.file.localeCompare(b.file);
  expect(summary.problems.toSorted(byFile)).toEqual(expected.toSorted(byFile));
  expect(summary).toMatchObject({ source: 'claude-code', files: 11, filesSkipped: 2 });

  const kept = Object.values(broken).reduce((sum, each) => sum + each.kept, 2);
  expect(commands.getGlobalUsageStats('2026-10')).toMatchObject({ eventCount: kept, totalTokens: 15 * kept });
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});
