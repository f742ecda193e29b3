import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens } from '../../../src/lib/documents/counting/count-tokens';
import { estimateCall } from '../../../src/lib/documents/counting/estimate';
import { tokenRatio } from '../../../src/lib/documents/counting/token-ratio';

describe('counting', () => {
  it('counts as o200k does, and treats control tokens as text', () => {
    expect(countTokens('hello world')).toBe(2);
    expect(countTokens('')).toBe(0);
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });
});

describe('the ratio of a model', () => {
  it.each([
    ['gpt-4.1-mini', 1, 'exact'],
    ['openai/gpt-5', 1, 'exact'],
    ['o3-mini', 1, 'exact'],
    ['claude-sonnet-4-5', 1.16, 'measured'],
    ['anthropic/claude-opus-4.6', 1.16, 'measured'],
    ['claude-opus-4-7', 1.5, 'measured'],
    ['claude-sonnet-5', 1.5, 'measured'],
    ['claude-3-5-sonnet-20241022', 1.16, 'measured'],
    ['claude-sonnet-4-20250514', 1.16, 'measured'],
    ['gemini-2.5-pro', 1.1, 'assumed'],
    ['gpt-4', 1.1, 'assumed'],
  ])('%s is %d, %s', (model, ratio, basis) => {
    expect(tokenRatio(model)).toMatchObject({ ratio, basis });
  });
});

describe('an estimate', () => {
  it('is a range around the text with the instructions, and an answer within its limit', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.constantFrom('gpt-5', 'claude-opus-4-8', 'x'), (tokens, model) => {
        const { prompt, answer } = estimateCall(tokens, model, { instructionTokens: 500, answerLimit: 900 });
        const { ratio } = tokenRatio(model);
        expect(prompt.low).toBeLessThanOrEqual((tokens + 500) * ratio);
        expect(prompt.high).toBeGreaterThanOrEqual((tokens + 500) * ratio);
        expect(answer.low).toBeLessThanOrEqual(answer.high);
        expect(answer.high).toBeLessThanOrEqual(900);
      }),
    );
  });

  it('is never below zero, however much the real answers varied', () => {
    const known = { calls: 7, prompt: { ratio: 1, spread: 1.5 }, answer: { ratio: 0.4, spread: 27 } };
    const { prompt, answer } = estimateCall(4503, 'x', { instructionTokens: 500, answerLimit: 2000 }, known);
    expect([prompt.low, answer]).toEqual([0, { low: 0, high: 2000 }]);
  });
});
