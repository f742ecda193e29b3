import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { reportUsage } from '../reading/report-usage';
import { timeOfFile } from '../reading/time';
import type { SourceContext, SourceSink } from '../source';

/** Why a session of the editor isn't counted, and where its calls are. */
const withoutCounts = 'continue-editor-sessions';

/**
 * A session of Continue's command line: the sum of its calls, without a time or a model. The prompt includes the cache,
 * except for Anthropic's models, which are the only ones with cache writes.
 */
export function readSession(
  session: JsonObject,
  line: number,
  sink: SourceSink,
  { now, modifiedAt }: SourceContext,
): void {
  const usage = asObject(session.usage);
  if (usage === null) {
    sink.problem(withoutCounts, line);
    return;
  }
  const cache = asObject(usage.promptTokensDetails) ?? {};
  const counts = readCounters({ ...cache, prompt: usage.promptTokens }, [
    'prompt',
    'cachedTokens',
    'cacheWriteTokens',
  ]);
  if (isProblem(counts)) {
    sink.problem(counts.problem, line);
    return;
  }
  const sessionId = asText(session.sessionId);
  reportUsage(
    sink,
    { position: line },
    {
      counts: {
        input: counts.prompt,
        output: usage.completionTokens,
        cacheRead: counts.cachedTokens,
        cacheWrite: counts.cacheWriteTokens,
      },
      holdsCache: counts.cacheWriteTokens === 0 && 'unless larger',
      when: timeOfFile({ now, ...(modifiedAt !== undefined && { modifiedAt }) }),
      dedupeKey: keyOf('continue', 'session', sessionId),
      sessionId,
      path: folderOf(asText(session.workspaceDirectory)),
      countQuality: 'session-total',
      cost: usage.totalCost,
    },
  );
}

/** The command line writes a path, an editor a `file:` address. */
function folderOf(place: string | null): string | null {
  if (place?.startsWith('file://') !== true) return place;
  try {
    return asText(decodeURIComponent(place.slice('file://'.length)));
  } catch {
    // It wasn't URL-encoded.
    return null;
  }
}
