/**
 * @learnedFrom the tool’s source
 * @identifiedBy message id
 * @counts all counts are disjoint
 * @unconfirmed the model is only in the tool’s settings
 */
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadFile } from '../source';

const findUsage = finderOf('"token_usage"');

/**
 * The counts are disjoint. The folder's name is a hash of the project's path, and only the configuration names the
 * model.
 */
export const read: ReadFile = (chunks, sink, { now, path = '' }) => {
  const sessionId = asText(/(?:^|\/)sessions\/[^/]+\/([^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1]);
  return readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findUsage(bytes, start, end) !== -1,
    record(record, line) {
      const message = asObject(record.message);
      const payload = asObject(message?.payload);
      const usage = asObject(payload?.token_usage);
      if (message?.type !== 'StatusUpdate' || usage === null) return;
      reportUsage(
        sink,
        { position: line },
        {
          counts: {
            input: usage.input_other,
            output: usage.output,
            cacheRead: usage.input_cache_read,
            cacheWrite: usage.input_cache_creation,
          },
          holdsCache: false,
          when: readMoment(record.timestamp, now),
          dedupeKey: keyOf('kimi-cli', asText(payload?.message_id) ?? String(record.timestamp)),
          sessionId,
        },
      );
    },
  });
};
