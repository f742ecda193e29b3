import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectSource } from '../../../src/lib/sources/registry';
import { sharedData } from '../shared-data';
import { readExport, sums } from './support/exports';
import { FileHead } from '../../../src/lib/sources/reading/head';

const folder = sharedData('csv');

/** Totals of exports with real headers and invented numbers: events, then the six counters and their total. */
const expected = [
  {
    file: 'anthropic_usage_real_schema.csv',
    source: 'anthropic-usage',
    events: 3,
    totals: [208_671, 50_000, 0, 1000, 39_451, 0, 299_122],
  },
  {
    file: 'anthropic_cost_real_schema.csv',
    source: 'anthropic-cost',
    events: 0,
    totals: [0, 0, 0, 0, 0, 0, 0],
  },
  {
    file: 'openai_activity_real_schema.csv',
    source: 'openai-activity',
    events: 2,
    totals: [8000, 0, 0, 0, 1150, 0, 9150],
  },
  {
    file: 'openai_usage_sample.csv',
    source: 'openai-activity',
    events: 5,
    totals: [3_070_000, 0, 0, 0, 21_750_000, 0, 24_820_000],
  },
  { file: 'helicone_sample.csv', source: 'helicone', events: 10, totals: [46_479, 0, 0, 0, 1454, 0, 47_933] },
  {
    file: 'litellm_proxy_sample.jsonl',
    source: 'litellm',
    events: 14,
    totals: [47_007, 0, 0, 0, 1719, 0, 48_726],
  },
];

describe.skipIf(folder === null)('exports next to the repository (skipped if absent)', () => {
  it.each(expected)('$file has its totals', async ({ file, source: id, events: count, totals }) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${file}`));
    const source = detectSource(FileHead.of(bytes, file));
    expect(source?.id).toBe(id);
    if (source === null) return;
    const { events, problems } = await readExport(source, [bytes]);
    expect(events).toHaveLength(count);
    expect(sums(events)).toEqual(totals);
    expect(problems).toHaveLength(id === 'anthropic-cost' ? 1 : 0);
  });

  it('a table of an unknown tool is left to a mapping', () => {
    const head = readFileSync(`${folder}/anthropic_console_sample.csv`, 'utf8');
    expect(detectSource(new FileHead(head, 'anthropic_console_sample.csv'))).toBeNull();
  });
});
