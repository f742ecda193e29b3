import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTokens, noTokens, withTotals, type TokenTotals } from '../../../src/lib/model/tokens';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { detectSource } from '../../../src/lib/sources/registry';
import { sharedData } from '../shared-data';
import { readSource } from './read-source';
import { FileHead } from '../../../src/lib/sources/reading/head';

const folder = sharedData('sessions');
if (folder === null) console.warn('Skipped: the folder of real sessions is not here.');

type Opinion = Record<string, Record<string, number | Record<string, number>>>;

function opinionOn(name: string): Opinion {
  const text = readFileSync(join(folder ?? '', `${name}.expected.json`), 'utf8');
  const { records } = JSON.parse(text) as { records: { conversationUsage: Opinion }[] };
  return records[0]?.conversationUsage ?? {};
}

async function readSession(
  name: string,
): Promise<{ source: string; byModel: Record<string, TokenTotals>; problems: unknown[] }> {
  const bytes = readFileSync(join(folder ?? '', `${name}.jsonl`));
  const source = detectSource(FileHead.of(bytes.subarray(0, 65_536), 'x'));
  if (source === null) throw new Error(`No source recognises ${name}`);
  const { events, problems } = await readSource(source, [new Uint8Array(bytes)]);
  const best = new BestRecords();
  for (const event of events) best.add(event);
  const byModel: Record<string, TokenTotals> = {};
  for (const event of best) {
    const model = event.model ?? '';
    byModel[model] = withTotals(addTokens(byModel[model] ?? noTokens, event));
  }
  return { source: source.id, byModel, problems };
}

describe.skipIf(folder === null)('one real session compared with another tracker', () => {
  it('of Codex: equal in all', async () => {
    const { source, byModel, problems } = await readSession('codex');
    expect([source, problems]).toEqual(['codex-cli', []]);
    const theirs = opinionOn('codex')['aide-gpt-5']?.['total_token_usage'] as Record<string, number>;
    expect(Object.keys(byModel)).toEqual(['aide-gpt-5']);
    expect(byModel['aide-gpt-5']).toMatchObject({
      promptTokens: theirs['input_tokens'],
      cacheReadTokens: theirs['cached_input_tokens'],
      outputTokens: theirs['output_tokens'],
      reasoningTokens: theirs['reasoning_output_tokens'],
      totalTokens: theirs['total_tokens'],
    });
  });

  /**
   * Equal to the token: its input excludes cached tokens, and its total is the sum of the records' own. Only thoughts
   * are counted separately.
   */
  it('of Gemini: equal in all', async () => {
    const { source, byModel, problems } = await readSession('gemini');
    expect([source, problems]).toEqual(['gemini-cli', []]);
    const opinions = Object.entries(opinionOn('gemini')) as [string, Record<string, number>][];
    expect(Object.keys(byModel).sort()).toEqual(opinions.map(([model]) => model).sort());
    for (const [model, theirs] of opinions) {
      expect(byModel[model]).toMatchObject({
        inputTokens: theirs['input_tokens'],
        cacheReadTokens: theirs['cache_read_input_tokens'],
        outputTokens: theirs['output_tokens']! + theirs['thoughts_tokens']! + theirs['tool_tokens']!,
        reasoningTokens: theirs['thoughts_tokens'],
        totalTokens: theirs['total_tokens'],
      });
    }
  });

  /** It shows input including cached tokens and output without reasoning, and writes the model's name with a dash. */
  it('of Copilot: equal, split differently', async () => {
    const { source, byModel, problems } = await readSession('copilot');
    expect([source, problems]).toEqual(['copilot-cli', []]);
    const theirs = opinionOn('copilot')['claude-sonnet-4-6'] as Record<string, number>;
    expect(byModel['claude-sonnet-4.6']).toMatchObject({
      promptTokens: theirs['input_tokens'],
      cacheReadTokens: theirs['cache_read_input_tokens'],
      outputTokens: theirs['output_tokens']! + theirs['reasoning_output_tokens']!,
      reasoningTokens: theirs['reasoning_output_tokens'],
    });
  });

  /**
   * It adds up all 41 lines with usage; these are 31 responses, some of them written again while they grew. We count
   * the best line of each. Its sums are those of all lines, to the token.
   */
  it('of Claude Code: theirs is the sum of all lines, ours the sum of all responses', async () => {
    const { source, byModel, problems } = await readSession('claude_code');
    expect([source, problems]).toEqual(['claude-code', []]);
    const theirs = opinionOn('claude_code')['claude-sonnet-4-20250514'] as Record<string, number>;
    const counts = [
      'input_tokens',
      'output_tokens',
      'cache_read_input_tokens',
      'cache_creation_input_tokens',
    ];
    const usages = readFileSync(join(folder ?? '', 'claude_code.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"usage"'))
      .map((line) => (JSON.parse(line) as { message?: { usage?: Record<string, number> } }).message?.usage)
      .filter((usage) => usage !== undefined);
    // One more line has an empty usage.
    expect(usages).toHaveLength(42);
    for (const name of counts) {
      expect(usages.reduce((sum: number, usage) => sum + (usage[name] ?? 0), 0)).toBe(theirs[name]);
    }
    expect(byModel['claude-sonnet-4-20250514']).toMatchObject({
      inputTokens: 158,
      cacheReadTokens: 1_093_509,
      cacheWrite5mTokens: 99_004,
      outputTokens: 3_860,
    });
  });
});
