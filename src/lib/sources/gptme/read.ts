/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy time, model and counts
 * @counts input excludes the cache
 */
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadFile } from '../source';

const findUsage = finderOf('"usage"');

/**
 * The counts are disjoint. Copies of a conversation keep its times. A time has no zone and is in that of the machine.
 */
export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findUsage(bytes, start, end) !== -1,
    record(record, line) {
      const metadata = asObject(record.metadata);
      const usage = asObject(metadata?.usage);
      if (usage === null) return;
      const named = asText(metadata?.model);
      const slash = named?.indexOf('/') ?? -1;
      reportUsage(
        sink,
        { position: line },
        {
          counts: {
            input: usage.input_tokens,
            output: usage.output_tokens,
            cacheRead: usage.cache_read_tokens,
            cacheWrite: usage.cache_creation_tokens,
          },
          holdsCache: false,
          when: readMoment(record.timestamp, now),
          dedupeKey: keyOf(
            'gptme',
            String(record.timestamp),
            String(usage.input_tokens),
            String(usage.output_tokens),
          ),
          provider: slash > 0 ? asText(named?.slice(0, slash)) : null,
          cost: metadata?.cost,
          model: slash > 0 ? asText(named?.slice(slash + 1)) : named,
        },
      );
    },
  });
