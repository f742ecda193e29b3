/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy time, model and counts; equal lines of a file count each, unless they come back after lines of other
 *   times
 * @counts input and output as metered
 * @unconfirmed it may meter calls that another tool logs as well. A file whose lines all have one time, appended to
 *   itself, counts twice
 */
import { readToolTime } from '../reading/agent-call';
import { AppendedCopies } from '../reading/appended-copies';
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asName, asObject, asText } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile } from '../source';

const findTokens = finderOf('"InputTokens"');

/** Lines have no id, so equal ones in the same millisecond are numbered. */
export const read: ReadFile = (chunks, sink, { now }) => {
  const seen = new Map<string, number>();
  const copies = new AppendedCopies();
  return readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findTokens(bytes, start, end) !== -1,
    record(record, line) {
      const time = asObject(record._aws)?.Timestamp;
      const model = asText(record.Model);
      const parts = [asName(time), model, asName(record.InputTokens), asName(record.OutputTokens)];
      const same = JSON.stringify(parts);
      if (copies.isCopy(time, same)) return;
      const number = seen.get(same) ?? 0;
      seen.set(same, number + 1);
      reportUsage(
        sink,
        { position: line },
        {
          counts: { input: record.InputTokens, output: record.OutputTokens },
          holdsCache: false,
          when: readToolTime(time, now),
          dedupeKey: keyOf('quick-desktop', ...parts, number),
          model,
        },
      );
    },
  });
};
