/**
 * @learnedFrom its documentation
 * @identifiedBy call and model
 * @counts parents include their children’s usage, so only leaves count
 */
import { foreignPath, keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** A call's summary includes the usage of the calls inside it, so calls that are parents don't count. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const calls: { call: JsonObject; position: number; line: number }[] = [];
  const parents = new Set<string>();
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (call, line) => {
      const usage = asObject(asObject(call.summary)?.usage);
      if (usage === null) return;
      calls.push({ call, position: calls.length + 1, line });
      const parent = asText(call.parent_id);
      if (parent !== null) parents.add(parent);
    });
  } finally {
    for (const { call, position, line } of calls) {
      const id = asText(call.id);
      if (id !== null && parents.has(id)) continue;
      for (const [model, value] of Object.entries(asObject(asObject(call.summary)?.usage) ?? {})) {
        const usage = asObject(value) ?? {};
        const details = asObject(usage.prompt_tokens_details) ?? asObject(usage.input_tokens_details);
        const apart = usage.cache_read_input_tokens ?? usage.cache_creation_input_tokens;
        reportUsage(
          sink,
          { position, line },
          {
            counts: {
              input: usage.prompt_tokens ?? usage.input_tokens,
              output: usage.completion_tokens ?? usage.output_tokens,
              cacheRead: usage.cache_read_input_tokens ?? details?.cached_tokens,
              cacheWrite: usage.cache_creation_input_tokens,
            },
            // Unchanged from the provider: Anthropic's are separate from the input.
            holdsCache: apart === undefined,
            when: readMoment(call.started_at, now),
            dedupeKey: keyOf('weave', id ?? String(call.started_at), model),
            sessionId: asText(call.trace_id),
            path: foreignPath('weave', asText(call.project_id)),
            model: asText(model),
          },
        );
      }
    }
  }
};
