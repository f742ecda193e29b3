/**
 * @learnedFrom descriptions of the export
 * @identifiedBy generation id
 * @counts prompt includes cached tokens; reasoning is inside completion; the recorded cost is OpenRouter’s bill
 */
import { columns } from '../openrouter-activity';
import { cacheOverInput, callOf, foreignPath, keyOf, reasoningOverOutput, splitInput } from '../reading/call';
import { billedCostOf, costOf, countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { tableReader } from '../reading/table-source';
import { readTableTime } from '../reading/table-time';

const id = 'openrouter-activity';

const counters = {
  prompt: ['tokensprompt'],
  completion: ['tokenscompletion'],
  reasoning: ['tokensreasoning'],
  cacheRead: ['tokenscached'],
} as const;

export const read = tableReader(columns, (sink, { now }) => (record) => {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  const generation = textOf(record, 'generationid');
  if (generation === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('createdat'), now);
  if (isProblem(when)) return when;
  const prompt = splitInput(counts.prompt, counts.cacheRead, 0);
  if (prompt === null) return { problem: cacheOverInput };
  if (counts.reasoning > counts.completion) return { problem: reasoningOverOutput };
  const name = textOf(record, 'appname') ?? textOf(record, 'apikeyname');
  const path = foreignPath('openrouter', name);
  const event = callOf({
    inputTokens: prompt.inputTokens,
    cacheReadTokens: prompt.cacheReadTokens,
    outputTokens: counts.completion,
    reasoningTokens: counts.reasoning,
    dedupeKey: keyOf(id, generation),
    occurredAt: when.time,
    path,
    provider: 'openrouter',
    model: textOf(record, 'modelpermaslug', 'model'),
    position: record.number,
    // With the user's own key, the provider charges the call, and this is only OpenRouter's fee.
    recordedCostNanoUsd:
      costOf(record, 'byokusageinference') === null ? billedCostOf(record, 'costtotal') : null,
  });
  if (event !== null && path !== null && name !== null) sink.projectName?.(path, name);
  return event;
});
