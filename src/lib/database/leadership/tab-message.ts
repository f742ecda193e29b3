import * as v from 'valibot';
import { isStoredProblem, type Problem } from '../../model/problem';
import type { TabMessage } from '../../protocol/messages';

const version = v.object({ app: v.string(), schema: v.pipe(v.number(), v.integer()) });
const error = v.object({
  code: v.string(),
  problem: v.custom<Problem>(isStoredProblem),
  cause: v.optional(v.string()),
});
const answer = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error }),
]);

/** The command's name isn't checked here: the leader answers an unknown command with an error. */
const tabMessage = v.variant('kind', [
  v.object({ kind: v.literal('who') }),
  v.object({ kind: v.literal('leader'), epoch: v.string(), version, readOnly: v.optional(error) }),
  v.object({
    kind: v.literal('call'),
    from: v.string(),
    id: v.string(),
    command: v.string(),
    args: v.array(v.unknown()),
  }),
  v.object({ kind: v.literal('answer'), to: v.string(), id: v.string(), epoch: v.string(), answer }),
  v.object({ kind: v.literal('changed'), epoch: v.string(), tables: v.array(v.string()) }),
  v.object({ kind: v.literal('gone'), epoch: v.string(), error }),
  v.object({ kind: v.literal('step-down'), version }),
]);

/**
 * Whether the data has the shape of a message between tabs. Any page of this origin can post anything on the channel.
 */
export function isTabMessage(data: unknown): data is TabMessage {
  return v.is(tabMessage, data);
}
