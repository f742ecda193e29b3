import { describe, expect, it } from 'vitest';
import { isSummedSource } from '../../../src/lib/model/summed-sources';
import { sources } from '../../../src/lib/sources/registry';

describe('exports of sums', () => {
  it('are known by the ids that their sources have', () => {
    const found = sources.map(({ id }) => id).filter(isSummedSource);
    expect(found.sort()).toEqual(['anthropic-usage', 'openai-activity', 'openai-usage']);
  });
});
