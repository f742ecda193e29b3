/**
 * @learnedFrom the tool’s source
 * @identifiedBy session
 * @counts the sum of a session; input includes the cache
 * @unconfirmed with Anthropic’s own interface, cache tokens aren’t in the file: the sum is a lower bound
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/**
 * The totals of a session. Input includes cache tokens, except with Anthropic's own API. Messages contain only estimates,
 * and the cost is computed from prices that the user sets, so both are ignored.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (session, line) => {
    const sessionId = asText(session.id);
    if (sessionId === null) {
      sink.problem('no-id', line);
      return;
    }
    const provider = asText(session.provider);
    reportUsage(
      sink,
      { position: line },
      {
        counts: { input: session.total_input_tokens, output: session.total_output_tokens },
        holdsCache: false,
        when: readMoment(session.created_at, now),
        dedupeKey: keyOf('zerostack', sessionId),
        sessionId,
        path: asText(session.working_dir),
        provider,
        model: asText(session.model),
        llmMode: llmModeOf(provider),
        countQuality: 'session-total',
      },
    );
  });
};
