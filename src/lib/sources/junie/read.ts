/**
 * @learnedFrom other trackers’ readers and a source of the format
 * @identifiedBy session, time, counts and place in the record
 * @counts all counts are taken as disjoint
 * @unconfirmed whether input includes the cache
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asArray, asName, asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile } from '../source';

const findUsage = finderOf('"modelUsage"');
const findFolder = finderOf('"currentDirectory"');

/**
 * The counts are disjoint: Junie subtracts the cache tokens from the input, whatever the provider. The unit of its
 * cost isn't stated.
 */
export const read: ReadFile = (chunks, sink, { now, path = '' }) => {
  const sessionId = asText(/(?:^|\/)(session-[^/]+)\/[^/]+$/.exec(path.replaceAll('\\', '/'))?.[1]);
  let folder: string | null = null;
  return readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findUsage(bytes, start, end) !== -1 || findFolder(bytes, start, end) !== -1,
    record(record, line) {
      const event = asObject(asObject(record.event)?.agentEvent);
      folder = asText(event?.currentDirectory) ?? folder;
      if (event?.kind !== 'LlmResponseMetadataEvent') return;
      for (const [index, entry] of asArray(event.modelUsage).entries()) {
        const usage = asObject(entry) ?? {};
        const model = asText(usage.model);
        const names = ['inputTokens', 'outputTokens', 'cacheInputTokens', 'cacheCreateTokens'];
        reportUsage(
          sink,
          { position: line },
          {
            counts: {
              input: usage.inputTokens,
              output: usage.outputTokens,
              cacheRead: usage.cacheInputTokens,
              cacheWrite: usage.cacheCreateTokens,
              reasoning: usage.reasoningTokens,
            },
            holdsCache: false,
            when: readToolTime(record.timestampMs, now),
            dedupeKey: keyOf(
              'junie',
              asName(record.timestampMs),
              asText(record.taskId),
              model,
              index,
              ...names.map((name) => asName(usage[name]) ?? 0),
            ),
            sessionId: sessionId ?? asText(record.taskId),
            path: folder,
            model,
          },
        );
      }
    },
  });
};
