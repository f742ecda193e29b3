import { describe, expect, it } from 'vitest';
import { qwenCode } from '../../../src/lib/sources/qwen-code';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Qwen Code', () => {
  it('computes the output from the total, whether it includes thoughts or not', async () => {
    const { events, problems } = await readSource(qwenCode, [fixture('qwen-code/chat.jsonl')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 300, cacheReadTokens: 200, outputTokens: 60, reasoningTokens: 20 },
      { inputTokens: 300, outputTokens: 55, reasoningTokens: 15, path: '/home/ada/engine' },
    ]);
  });
});
