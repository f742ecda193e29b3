import * as v from 'valibot';
import { addressKinds, failures, fieldTypes, holds, type NextStep } from '../../model/extraction';
import { callableOrigin } from '../../model/llm-origin';
import type { NewDocument } from '../../protocol/commands';
import { id, time, wholeNumber } from '../arguments';

const short = (most: number, what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.trim(),
    v.minLength(1, `Give ${what}.`),
    v.maxLength(most, `Give ${what} of at most ${most} characters.`),
  );

const addressHint = 'Give an address such as http://127.0.0.1:11434, or one that begins with https://.';
export const llmAddress = v.object(
  {
    id,
    name: short(300, 'a name'),
    kind: v.picklist(addressKinds, 'Give the kind of the address.'),
    origin: v.pipe(
      v.string(addressHint),
      v.check((origin) => callableOrigin(origin) === origin, addressHint),
    ),
    path: v.pipe(v.string(), v.regex(/^(\/[\w.~%-]+)*$/, 'Give a path such as /v1.'), v.maxLength(300)),
    llmMode: v.picklist(['local', 'cloud'], "Give the LLM mode as 'local' or 'cloud'."),
    parallel: v.pipe(wholeNumber, v.minValue(1), v.maxValue(8, 'Give 1 to 8 calls at a time.')),
  },
  'Give an address.',
);

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Give a SHA-256 hash.'));

export const newDocuments: v.GenericSchema<readonly NewDocument[], NewDocument[]> = v.array(
  v.object({
    id,
    projectId: id,
    fileName: short(1000, 'a file name'),
    byteLength: wholeNumber,
    contentSha256: sha256,
    textSha256: sha256,
    textCharacters: wholeNumber,
    textTokens: wholeNumber,
    pages: v.nullable(wholeNumber),
    createdAt: time,
  }),
  'Give the documents as a list.',
);

export const model = short(300, 'a model');

const limit = v.nullable(wholeNumber);
export const limits = v.object(
  { limitTokens: limit, limitNanoUsd: limit, heedsBudgets: v.boolean() },
  'Give the limits.',
);

const setup = v.object({
  kind: v.picklist(['json-resume', 'fields']),
  fields: v.pipe(
    v.array(
      v.object({
        name: short(100, 'a name for each field'),
        type: v.picklist(fieldTypes),
        choices: v.array(short(200, 'each choice')),
      }),
    ),
    v.maxLength(50, 'Give at most 50 fields.'),
  ),
  instructions: v.pipe(v.string(), v.maxLength(10_000, 'Give instructions of at most 10,000 characters.')),
});

export const newBatch = v.object(
  {
    id,
    projectId: id,
    addressId: id,
    model,
    eventType: short(200, 'an event type'),
    setup,
    ...limits.entries,
    instructionTokens: wholeNumber,
    tokenRatio: v.pipe(v.number(), v.gtValue(0)),
    answerLimit: v.pipe(wholeNumber, v.minValue(1, 'Give a maximum answer length of at least 1 token.')),
  },
  'Give a batch.',
);

export const claim = v.object({ batchId: id, attemptId: id, claimedAt: time }, 'Give a claim.');

const usage = v.object({
  inputTokens: wholeNumber,
  cacheReadTokens: wholeNumber,
  cacheWrite5mTokens: wholeNumber,
  cacheWrite1hTokens: wholeNumber,
  outputTokens: wholeNumber,
  reasoningTokens: wholeNumber,
});

const next: v.GenericSchema<NextStep, NextStep> = v.variant('kind', [
  v.object({ kind: v.literal('extracted') }),
  v.object({ kind: v.literal('try-again'), notBefore: time }),
  v.object({ kind: v.literal('wait'), notBefore: time }),
  v.object({ kind: v.literal('fail'), failure: v.picklist(failures) }),
  v.object({ kind: v.literal('hold'), by: v.picklist(holds) }),
]);

export const settlement = v.object(
  {
    attemptId: id,
    end: v.variant('state', [
      v.object({
        state: v.literal('answered'),
        usage,
        model: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
        isReported: v.boolean(),
      }),
      v.object({ state: v.literal('failed') }),
      v.object({ state: v.literal('lost'), seenAnswerTokens: wholeNumber }),
    ]),
    next,
    httpStatus: v.nullable(v.pipe(wholeNumber, v.minValue(100), v.maxValue(999))),
    endedAt: time,
  },
  'Give how the call ended.',
);
