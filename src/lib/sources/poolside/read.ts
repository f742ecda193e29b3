/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy session, request and time
 * @counts input excludes the cache where the cache is larger
 * @unconfirmed no real file was found
 */
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asArray, asName, asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import { readTableTime } from '../reading/table-time';
import type { ReadFile } from '../source';

const findInference = finderOf('"tool_call_inference_');
const findStart = finderOf('"session_start"');

/**
 * Input includes cache tokens: only then do the requests add up to Poolside's totals of a session. The model is in the
 * event that begins the request. Only the file's name contains the session.
 */
export const read: ReadFile = (chunks, sink, { now, path = '' }) => {
  const sessionId = asText(/trajectory-.*_([^_/\\]+)\.ndjson/.exec(path)?.[1]);
  const models = new Map<string, string | null>();
  let model: string | null = null;
  let folder: string | null = null;
  return readJsonLines(chunks, sink, {
    wants: (bytes, start, end) =>
      findInference(bytes, start, end) !== -1 || findStart(bytes, start, end) !== -1,
    record(record, line) {
      const begun = asObject(record.session_start);
      folder = asText(begun?.workspace) ?? asText(asArray(begun?.working_directories)[0]) ?? folder;
      const step = asText(record.step_id) ?? '';
      const request = asObject(asObject(record.tool_call_inference_start)?.chat_completion_request);
      if (request !== null) {
        model = asText(request.model) ?? model;
        models.set(step, model);
      }
      const usage = asObject(record.tool_call_inference_end);
      if (usage === null) return;
      const [input, output] = [usage.input_tokens, usage.output_tokens];
      reportUsage(
        sink,
        { position: line },
        {
          counts: {
            input,
            output,
            cacheRead: usage.cache_read_input_tokens,
            cacheWrite: usage.cache_write_input_tokens,
          },
          holdsCache: 'unless larger',
          when: readTableTime(record.timestamp, now),
          dedupeKey: keyOf(
            'poolside',
            asText(record.id) ?? asText(record.timestamp),
            step,
            asName(input),
            asName(output),
          ),
          sessionId,
          path: folder,
          provider: 'poolside',
          model: models.get(step) ?? model,
        },
      );
    },
  });
};
