/**
 * @learnedFrom the format’s documentation
 * @identifiedBy session and step
 * @counts prompt includes cached tokens; final metrics are their sum
 */
import { keyOf } from '../reading/call';
import { asArray, asName, asObject, asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** Each step with metrics is a call; `final_metrics` is their sum. The prompt includes cached tokens. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (run, line) => {
    const sessionId = asText(run.session_id);
    const agent = asObject(run.agent);
    for (const entry of asArray(run.steps)) {
      position += 1;
      const step = asObject(entry);
      const metrics = asObject(step?.metrics);
      if (step === null || metrics === null) continue;
      reportUsage(
        sink,
        { position, line },
        {
          counts: {
            input: metrics.prompt_tokens,
            output: metrics.completion_tokens,
            cacheRead: metrics.cached_tokens,
            cacheWrite: asObject(metrics.extra)?.cache_creation_input_tokens,
          },
          holdsCache: 'unless larger',
          when: readMoment(step.timestamp, now),
          dedupeKey: keyOf('atif', sessionId, asName(step.step_id) ?? position, asName(step.timestamp)),
          sessionId,
          cost: metrics.cost_usd,
          model: asText(step.model_name) ?? asText(agent?.model_name),
        },
      );
    }
  });
};
