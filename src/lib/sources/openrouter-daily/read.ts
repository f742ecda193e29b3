/**
 * @learnedFrom its documentation
 * @identifiedBy day, model, endpoint and provider
 * @counts prompt and completion; reasoning is inside completion; the cache isn’t separated; the recorded cost is
 *   OpenRouter’s bill
 */
import { columns } from '../openrouter-daily';
import { callOf, keyOf, reasoningOverOutput } from '../reading/call';
import { billedCostOf, costOf, countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

/** Completion includes reasoning. Days are UTC and, in the API, over. */
export const read = recordReader(columns, (record, position, now) => {
  const counts = countsOf(record, {
    prompt: ['prompttokens'],
    completion: ['completiontokens'],
    reasoning: ['reasoningtokens'],
  });
  if (isProblem(counts)) return counts;
  const when = readTableTime(record.value('date'), now);
  if (isProblem(when)) return when;
  if (counts.reasoning > counts.completion) return { problem: reasoningOverOutput };
  const model = textOf(record, 'modelpermaslug', 'model');
  const group = [model, textOf(record, 'endpointid'), textOf(record, 'providername')];
  return callOf({
    inputTokens: counts.prompt,
    outputTokens: counts.completion,
    reasoningTokens: counts.reasoning,
    dedupeKey: keyOf('openrouter-daily', new Date(when.time).toISOString().slice(0, 10), ...group),
    occurredAt: when.time,
    granularity: 'day',
    provider: 'openrouter',
    model,
    position,
    // With the user's own key, the provider charges the calls, and this is only OpenRouter's fee.
    recordedCostNanoUsd: costOf(record, 'byokusageinference') === null ? billedCostOf(record, 'usage') : null,
  });
});
