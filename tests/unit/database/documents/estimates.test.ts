import { expect, it } from 'vitest';
import { estimateCall } from '../../../../src/lib/documents/counting/estimate';
import { openTestDatabase } from '../open';
import { answered, claim, startedBatch } from './samples';

it('the first answer improves the estimate of the next call', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b']);
  claim(commands, 'call-1');
  commands.settleAttempt(answered('call-1', {}, [450, 40]));
  expect(claim(commands, 'call-2')).toMatchObject({
    document: { estimatedPromptTokens: 450, estimatedAnswerTokens: 40 },
  });
});

it('a batch compares its answers with their estimates, once there are any', async () => {
  const { commands } = await openTestDatabase();
  startedBatch(commands, ['a', 'b', 'c']);
  const answer = (call: string, tokens: number) => {
    claim(commands, call);
    commands.settleAttempt(answered(call, {}, [150, tokens]));
    const { estimatedAnswerTokens, countedAnswerTokens } = commands.getBatch('batch');
    return [estimatedAnswerTokens, countedAnswerTokens];
  };
  // The limit of its answer says nothing about its length.
  expect(answer('call-1', 20)).toEqual([0, 0]);
  expect(answer('call-2', 60)).toEqual([20, 60]);
  // 20 and 60 make it 40 for the third.
  expect(answer('call-3', 70)).toEqual([60, 130]);
});

it('answers calibrate the estimates of a model at an address, with how much they vary', async () => {
  const { commands } = await openTestDatabase();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  startedBatch(commands, ids);
  expect(commands.getCalibration('here', 'tiny')).toBeNull();
  const answer = (call: string, tokens: number[]) => {
    claim(commands, call);
    commands.settleAttempt(answered(call, {}, tokens));
  };
  answer('call-1', [450, 50]);
  // One answer doesn't show how much the next ones will differ.
  expect(commands.getCalibration('here', 'tiny')).toEqual({
    calls: 1,
    prompt: { ratio: 3, spread: 0.1 },
    answer: { ratio: 0.5, spread: 0.3 },
  });
  for (const [index, prompt] of [450, 450, 450, 300, 600].entries()) answer(`later-${index}`, [prompt, 50]);
  const known = commands.getCalibration('here', 'tiny');
  expect(known).toMatchObject({ calls: 6, prompt: { ratio: 3 }, answer: { ratio: 0.5, spread: 0.02 } });
  expect(known?.prompt.spread).toBeCloseTo(1 / 3);
  expect(commands.getCalibration('openai', 'tiny')).toBeNull();
  const estimate = estimateCall(1000, 'tiny', { instructionTokens: 0, answerLimit: 505 }, known);
  expect(estimate).toEqual({ prompt: { low: 2000, high: 4000 }, answer: { low: 490, high: 505 } });
  expect(commands.getBatch('batch')).toMatchObject({ countedPromptTokens: 2700 });
});
