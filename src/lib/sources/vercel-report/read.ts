/**
 * @learnedFrom its documentation
 * @identifiedBy day, model and identifying columns
 * @counts input includes cache reads and writes
 */
import { nanoUsdOf } from '../reading/agent-call';
import { cacheOverInput, callOf, foreignPath, keyOf, splitInput } from '../reading/call';
import { countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';
import { columns } from '../vercel-report';

/** Input includes cache tokens, output includes reasoning. A day that wasn't over is larger in a later report. */
export const read = recordReader(columns, (record, position, now) => {
  const counts = countsOf(record, {
    input: ['inputtokens'],
    output: ['outputtokens'],
    cacheRead: ['cachedinputtokens'],
    cacheWrite: ['cachecreationinputtokens'],
    reasoning: ['reasoningtokens'],
  });
  if (isProblem(counts)) return counts;
  const when = readTableTime(record.value('day'), now);
  if (isProblem(when)) return when;
  const input = splitInput(counts.input, counts.cacheRead, counts.cacheWrite);
  if (input === null) return { problem: cacheOverInput };
  const named = textOf(record, 'model');
  const slash = named?.indexOf('/') ?? -1;
  const others = ['user', 'tag', 'provider', 'credentialtype', 'apikeyname'].map((name) =>
    textOf(record, name),
  );
  const cost = record.value('totalcost');
  return callOf({
    ...input,
    outputTokens: counts.output,
    reasoningTokens: Math.min(counts.reasoning, counts.output),
    dedupeKey: keyOf('vercel-report', new Date(when.time).toISOString().slice(0, 10), named, ...others),
    occurredAt: when.time,
    granularity: 'day',
    path: foreignPath('vercel', textOf(record, 'tag', 'user', 'apikeyname')),
    provider: textOf(record, 'provider') ?? (slash > 0 ? (named?.slice(0, slash) ?? null) : null),
    model: slash > 0 ? (named?.slice(slash + 1) ?? null) : named,
    position,
    recordedCostNanoUsd: nanoUsdOf(cost === undefined ? undefined : Number(cost)),
  });
});
