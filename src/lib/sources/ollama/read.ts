/**
 * @learnedFrom its API documentation
 * @identifiedBy time, model and output
 * @counts a cached prompt may be left out by the server
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** A prompt that was still in memory may have no count. The time is precise enough to identify the call. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    if (record.done !== true) return;
    const model = asText(record.model);
    reportUsage(
      sink,
      { position, line },
      {
        counts: { input: record.prompt_eval_count, output: record.eval_count },
        holdsCache: false,
        when: readMoment(record.created_at, now),
        dedupeKey: keyOf('ollama', String(record.created_at), model, String(record.eval_count)),
        provider: 'ollama',
        model,
        llmMode: 'local',
      },
    );
  });
};
