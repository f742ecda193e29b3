import * as v from 'valibot';
import { TokentabError } from '../model/errors';
import { maxTokensPerCounter } from '../model/tokens';

const requiredText = (name: string, most: number) =>
  v.pipe(
    v.string(`${name} must be text.`),
    v.trim(),
    v.minLength(1, `${name} must not be empty.`),
    v.maxLength(most, `${name} must have at most ${most} characters.`),
  );

const optionalText = (name: string, most: number) =>
  v.optional(
    v.pipe(
      v.string(`${name} must be text.`),
      v.trim(),
      v.maxLength(most, `${name} must have at most ${most} characters.`),
    ),
  );

const tokens = (name: string) => {
  const sentence = `${name} must be a whole number from 0 to ${maxTokensPerCounter}.`;
  return v.pipe(
    v.number(sentence),
    v.integer(sentence),
    v.minValue(0, sentence),
    v.maxValue(maxTokensPerCounter, sentence),
  );
};

export const projectId = requiredText('projectId', 200);

export const projectIds = v.array(projectId, 'projectIds must be a list of project ids.');

export const isPinned = v.boolean('isPinned must be true or false.');

export const month = v.optional(
  v.pipe(
    v.string('month must be text like 2026-11.'),
    v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month must be a month like 2026-11.'),
  ),
);

export const newProject = v.object(
  {
    name: requiredText('name', 300),
    clientName: optionalText('clientName', 300),
    description: optionalText('description', 10_000),
  },
  'A project must be given as { name, clientName?, description? }.',
);

const occurredAt = v.optional(
  v.pipe(
    v.union(
      [v.number(), v.string(), v.date()],
      'occurredAt must be UTC milliseconds, a Date or an ISO string.',
    ),
    v.transform((time) => (typeof time === 'string' ? Date.parse(time) : Number(time))),
    v.integer('occurredAt must be UTC milliseconds, a Date or an ISO string.'),
  ),
);

export const recordedUsageEvent = v.object(
  {
    projectId,
    eventType: requiredText('eventType', 200),
    llmMode: v.picklist(['local', 'cloud'], 'llmMode must be “local” or “cloud”.'),
    promptTokens: tokens('promptTokens'),
    completionTokens: tokens('completionTokens'),
    totalTokens: v.optional(tokens('totalTokens')),
    provider: optionalText('provider', 300),
    model: optionalText('model', 300),
    cacheReadTokens: v.optional(tokens('cacheReadTokens'), 0),
    cacheWrite5mTokens: v.optional(tokens('cacheWrite5mTokens'), 0),
    cacheWrite1hTokens: v.optional(tokens('cacheWrite1hTokens'), 0),
    reasoningTokens: v.optional(tokens('reasoningTokens'), 0),
    occurredAt,
    id: v.optional(requiredText('id', 200)),
  },
  'A usage event must be given as an object.',
);

/**
 * Returns the checked value.
 * @throws `BadInput` with a sentence about the first problem found
 */
export function parseInput<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  // The schema has no sentence for a missing field.
  const field = v.getDotPath(issue);
  const isMissing = issue.input === undefined && field !== null;
  throw badInput(isMissing ? `${field} is missing.` : issue.message);
}

/** The caller's object may have getters or proxy traps, which may throw anything. */
function safeParse<S extends v.GenericSchema>(schema: S, value: unknown): v.SafeParseResult<S> {
  try {
    return v.safeParse(schema, value, { abortEarly: true });
  } catch (error) {
    throw badInput('The value cannot be read: one of its getters failed.', error);
  }
}

function badInput(hint: string, cause?: unknown): TokentabError {
  return new TokentabError('BadInput', { code: 'invalid-argument', hint }, cause);
}
