/**
 * @learnedFrom a sample log, the schema of its table, and the proxy’s source
 * @identifiedBy request id
 * @counts prompt includes cache reads and writes, for every provider; rows answered from the proxy’s cache keep their
 *   tokens and cost nothing
 */
import type { TokenCounters } from '../../model/tokens';
import { columns } from '../litellm';
import { callOf, foreignPath, keyOf, reasoningOverOutput } from '../reading/call';
import { costOf, countsOf, fieldsOf, objectOf, textOf, type FieldReader } from '../reading/fields';
import { asObject, isProblem, type FieldProblem, type JsonObject } from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

const id = 'litellm';

export const read = recordReader(columns, (record, position, now, sink) => {
  const counts = readCounts(record);
  if (isProblem(counts)) return counts;
  const requestId = textOf(record, 'requestid');
  if (requestId === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('starttime'), now);
  if (isProblem(when)) return when;
  const owner = ownerOf(record);
  const path = foreignPath(id, owner.id);
  const provider = textOf(record, 'customllmprovider');
  const event = callOf({
    inputTokens: counts.inputTokens,
    cacheReadTokens: counts.cacheReadTokens,
    cacheWrite5mTokens: counts.cacheWrite5mTokens,
    cacheWrite1hTokens: counts.cacheWrite1hTokens,
    outputTokens: counts.outputTokens,
    reasoningTokens: counts.reasoningTokens,
    dedupeKey: keyOf(id, requestId),
    sessionId: textOf(record, 'sessionid'),
    occurredAt: when.time,
    path,
    provider,
    model: textOf(record, 'model', 'modelgroup'),
    eventType: textOf(record, 'calltype')?.includes('embedding') === true ? 'embedding' : 'chat',
    llmMode: llmModeOf(provider),
    position,
    // An answer from the proxy's cache is free; any other 0 is a model whose price LiteLLM doesn't know.
    recordedCostNanoUsd: isFromCache(record) ? 0 : costOf(record, 'spend', 'responsecost'),
  });
  if (event !== null && path !== null && owner.name !== null) sink.projectName?.(path, owner.name);
  return event;
});

function isFromCache(record: FieldReader): boolean {
  return /^(?:true|1)$/i.test(String(record.value('cachehit')));
}

type Counts = TokenCounters;

function readCounts(record: FieldReader): Counts | FieldProblem {
  const own = objectOf(record, 'usage');
  const metadata = objectOf(record, 'metadata');
  const logged = own ?? asObject(metadata?.usage_object);
  const main = countsOf(own === null ? record : fieldsOf(own), {
    prompt: ['prompttokens'],
    completion: ['completiontokens'],
    total: ['totaltokens'],
  });
  if (isProblem(main)) return main;
  const cache = readCache(logged ?? asObject(metadata?.additional_usage_values));
  if (isProblem(cache)) return cache;
  // LiteLLM converts every provider's usage to OpenAI's format, in which the prompt includes cache reads and writes.
  const inputTokens = main.prompt - cache.read - cache.write;
  if (inputTokens < 0) return { problem: 'cache-over-input' };
  // What the details don't explain lives for 5 minutes.
  const written1h = Math.min(cache.write1h, cache.write);
  // Some providers (xAI) count reasoning separately from the answer, which only the total reveals.
  const isBeside = cache.reasoning > 0 && main.total === main.prompt + main.completion + cache.reasoning;
  const outputTokens = main.completion + (isBeside ? cache.reasoning : 0);
  if (cache.reasoning > outputTokens) return { problem: reasoningOverOutput };
  return {
    inputTokens,
    cacheReadTokens: cache.read,
    cacheWrite5mTokens: cache.write - written1h,
    cacheWrite1hTokens: written1h,
    outputTokens,
    reasoningTokens: cache.reasoning,
  };
}

function readCache(
  usage: JsonObject | null,
): Record<'read' | 'write' | 'write1h' | 'reasoning', number> | FieldProblem {
  if (usage === null) return { read: 0, write: 0, write1h: 0, reasoning: 0 };
  const outer = fieldsOf(usage);
  const prompt = fieldsOf(objectOf(outer, 'prompttokensdetails') ?? {});
  const completion = fieldsOf(objectOf(outer, 'completiontokensdetails') ?? {});
  const lifetimes = fieldsOf(objectOf(prompt, 'cachecreationtokendetails') ?? {});
  const counts = countsOf(
    {
      value: (...names) =>
        outer.value(...names) ??
        prompt.value(...names) ??
        completion.value(...names) ??
        lifetimes.value(...names),
    },
    {
      read: ['cachereadinputtokens', 'cachedtokens'],
      write: ['cachecreationinputtokens', 'cachecreationtokens', 'cachewritetokens'],
      write1h: ['ephemeral1hinputtokens'],
      reasoning: ['reasoningtokens'],
    },
  );
  return counts;
}

/** LiteLLM's teams are projects; without one, the key's alias is used. The key itself is a meaningless hash. */
function ownerOf(record: FieldReader): { id: string | null; name: string | null } {
  const metadata = fieldsOf(objectOf(record, 'metadata') ?? {});
  const team = textOf(record, 'teamid') ?? textOf(metadata, 'userapikeyteamid');
  if (team !== null) return { id: team, name: textOf(metadata, 'userapikeyteamalias') };
  const alias = textOf(metadata, 'userapikeyalias');
  return { id: alias, name: alias };
}
