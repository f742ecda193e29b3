import { asArray, asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { reportUsage } from '../reading/report-usage';
import { readEpoch } from '../reading/table-time';
import { timeOfFile } from '../reading/time';
import type { SourceContext, SourceSink } from '../source';
import { keyOfResponse, timeIn } from './response';

/**
 * The state of a conversation (`base_state.json`). `stats.usage_to_metrics` has the calls of each of its models; before
 * models had other uses than the agent, it was `service_to_metrics`. A call has no time, but its cost does: there is
 * one for each call, unless a price was unknown. Prompt includes the cache, except for agents that report through ACP.
 * The calls of a subagent are in its own file and, as another use, in its parent's.
 */
export function readConversation(
  state: JsonObject,
  line: number,
  sink: SourceSink,
  { now, modifiedAt }: SourceContext,
): void {
  const stats = asObject(state.stats);
  const uses = Object.values(asObject(stats?.usage_to_metrics ?? stats?.service_to_metrics) ?? {});
  const sessionId = asText(state.id);
  const ofFile = timeOfFile({ now, ...(modifiedAt !== undefined && { modifiedAt }) });
  let position = 0;
  for (const use of uses) {
    const metrics = asObject(use);
    const usages = asArray(metrics?.token_usages);
    const costs = asArray(metrics?.costs).map(asObject);
    const isPaired = costs.length === usages.length;
    for (const [index, entry] of usages.entries()) {
      position += 1;
      const usage = asObject(entry);
      if (usage === null) continue;
      const response = asText(usage.response_id);
      const cost = isPaired ? costs[index] : null;
      const stated = timeIn(response, now);
      const paid = readEpoch(cost?.timestamp, now);
      const when = stated === null ? (isProblem(paid) ? ofFile : paid) : { time: stated };
      reportUsage(
        sink,
        { position, line },
        {
          counts: {
            input: usage.prompt_tokens,
            output: usage.completion_tokens,
            cacheRead: usage.cache_read_tokens,
            cacheWrite: usage.cache_write_tokens,
            reasoning: usage.reasoning_tokens,
          },
          holdsCache: 'unless larger',
          when: { time: when.time },
          dedupeKey: keyOfResponse(sessionId, response ?? position),
          sessionId,
          path: asText(asObject(state.workspace)?.working_dir),
          model: asText(usage.model) ?? asText(metrics?.model_name),
          cost: cost?.cost,
        },
      );
    }
  }
}
