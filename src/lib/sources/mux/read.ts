/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy message id
 * @counts input includes the cache; reasoning is inside output; the session’s sums repeat the calls
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile } from '../source';

const findUsage = finderOf('"usage"');

/** Input includes cache tokens, output includes reasoning. Only Anthropic's own field contains cache writes. */
export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findUsage(bytes, start, end) !== -1,
    record(record, line) {
      const metadata = asObject(record.metadata);
      const usage = asObject(metadata?.usage);
      if (record.role !== 'assistant' || metadata === null || usage === null) return;
      const model = asText(metadata.model);
      const provider = model?.includes(':') === true ? (model.split(':')[0] ?? null) : null;
      const anthropic = asObject(asObject(metadata.providerMetadata)?.anthropic);
      reportUsage(
        sink,
        { position: line },
        {
          counts: {
            input: usage.inputTokens,
            output: usage.outputTokens,
            cacheRead: usage.cachedInputTokens,
            cacheWrite: anthropic?.cacheCreationInputTokens,
            reasoning: usage.reasoningTokens,
          },
          holdsCache: true,
          when: readToolTime(metadata.timestamp ?? record.createdAt, now),
          dedupeKey: keyOf('mux', asText(record.id) ?? String(metadata.timestamp)),
          sessionId: asText(record.workspaceId),
          provider,
          model: asText(provider === null ? model : model?.slice(provider.length + 1)),
        },
      );
    },
  });
