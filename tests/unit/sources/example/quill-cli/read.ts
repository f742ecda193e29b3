/**
 * @learnedFrom the tool’s source
 * @identifiedBy the record’s id and time
 * @counts input excludes the cache; the tool has no reasoning
 * @unconfirmed whether older versions wrote `cwd`
 */
import { callOf, keyOf } from '$lib/sources/reading/call';
import { asText, isProblem, readCounters, type JsonObject } from '$lib/sources/reading/json-fields';
import { readJsonLines } from '$lib/sources/reading/json-lines';
import { readTime } from '$lib/sources/reading/time';
import type { ReadFile } from '$lib/sources/source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  await readJsonLines(chunks, sink, {
    wants: () => true,
    record(record: JsonObject, line: number) {
      const counts = readCounters(record, ['input', 'output']);
      const when = readTime(record.time, now);
      if (isProblem(counts)) sink.problem(counts.problem, line);
      else if (isProblem(when)) sink.problem(when.problem, line);
      else {
        const event = callOf({
          inputTokens: counts.input,
          outputTokens: counts.output,
          dedupeKey: keyOf('quill-cli', asText(record.id), when.time),
          occurredAt: when.time,
          path: asText(record.cwd),
          model: asText(record.model),
          position: line,
        });
        if (event !== null) sink.event(event);
      }
    },
  });
};
