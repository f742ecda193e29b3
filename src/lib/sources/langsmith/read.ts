/**
 * @learnedFrom its documentation
 * @identifiedBy run id
 * @counts input includes the cache; chains repeat their runs and don’t count
 */
import { foreignPath, keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** Runs of the type `llm` are calls; the chains around them repeat their sums. Input is everything that was sent. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (run, line) => {
    position += 1;
    if (run.run_type !== 'llm') return;
    const metadata = asObject(asObject(run.extra)?.metadata) ?? {};
    const usage = usageOf(run, metadata);
    const input = asObject(usage.input_token_details) ?? {};
    const output = asObject(usage.output_token_details) ?? {};
    const project = asText(run.session_name) ?? asText(run.session_id);
    reportUsage(
      sink,
      { position, line },
      {
        counts: {
          input: usage.input_tokens ?? run.prompt_tokens,
          output: usage.output_tokens ?? run.completion_tokens,
          cacheRead: input.cache_read,
          cacheWrite: input.cache_creation,
          reasoning: output.reasoning,
        },
        holdsCache: true,
        when: readMoment(run.start_time, now),
        dedupeKey: keyOf('langsmith', asText(run.id) ?? String(run.start_time)),
        sessionId: asText(run.trace_id),
        path: foreignPath('langsmith', project),
        provider: asText(metadata.ls_provider),
        model: asText(metadata.ls_model_name),
      },
    );
  });
};

function usageOf(run: JsonObject, metadata: JsonObject): JsonObject {
  const outputs = asObject(run.outputs);
  return (
    asObject(run.usage_metadata) ??
    asObject(outputs?.usage_metadata) ??
    asObject(metadata.usage_metadata) ??
    {}
  );
}
