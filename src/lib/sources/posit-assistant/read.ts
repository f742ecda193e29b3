/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy time, model and counts
 * @counts input excludes the cache; calls that keep the cache alive count
 * @unconfirmed the workspace’s folder is in another file
 * @differs older readers leave out the calls that keep the cache alive
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile } from '../source';

/** Input excludes the cache. The conversation's workspace is in another file, and messages are numbered in each. */
export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: () => true,
    record(record, line) {
      const call = callOf(record);
      const usage = call === record ? record : asObject(call?.usage);
      if (call === null || usage === null) return;
      const model = asText(call.modelId);
      const counts = {
        input: usage.inputTokens,
        output: usage.outputTokens,
        cacheRead: usage.cacheReadTokens,
        cacheWrite: usage.cacheWriteTokens,
      };
      reportUsage(
        sink,
        { position: line },
        {
          counts,
          holdsCache: false,
          when: readToolTime(call.timestamp, now),
          dedupeKey: keyOf(
            'posit-assistant',
            String(call.timestamp),
            model,
            Object.values(counts).map(String).join('-'),
          ),
          provider: asText(call.providerId),
          model,
        },
      );
    },
  });

/** What the assistant noted about a call: in its message, or the line itself. Null for other lines. */
function callOf(record: JsonObject): JsonObject | null {
  if (record.type === 'usage') return record;
  const options = asObject(asObject(record.message)?.providerOptions);
  return asObject(asObject(options?.providerMetadata)?.positai) ?? asObject(options?.positai);
}
