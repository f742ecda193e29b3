/**
 * @learnedFrom other trackers’ readers and their notes on the tool’s source
 * @identifiedBy session
 * @counts all tokens of a session as one number, which can’t be priced; its cost is recorded
 * @unconfirmed whether the number includes subagents
 * @differs a tracker prices the number as input
 */
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/**
 * A session's metadata has all of its tokens as one number, and its cost in dollars, that of subagents separately.
 * Without a split, the number can't be priced.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (document, line) => {
    const metadata = asObject(document.metadata) ?? {};
    const sessionId = asText(metadata.id);
    if (sessionId === null) {
      sink.problem('no-id', line);
      return;
    }
    const counts = readCounters(metadata, ['total_tokens']);
    if (isProblem(counts)) {
      sink.problem(counts.problem, line);
      return;
    }
    const cost = asObject(metadata.cost);
    const costs = [cost?.session_cost_usd, cost?.subagent_cost_usd].filter(
      (part) => typeof part === 'number',
    );
    const provider = asText(metadata.model_provider);
    reportUsage(
      sink,
      { position: line },
      {
        counts: { input: counts.total_tokens },
        holdsCache: false,
        when: readMoment(metadata.updated_at ?? metadata.created_at, now),
        dedupeKey: keyOf('codewhale', sessionId),
        sessionId,
        path: asText(metadata.workspace),
        provider,
        model: asText(metadata.model),
        llmMode: llmModeOf(provider),
        countQuality: 'total-only',
        cost: costs.length === 0 ? undefined : costs.reduce((sum, part) => sum + part, 0),
      },
    );
  });
};
