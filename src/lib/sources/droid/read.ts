/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy session
 * @counts the sum of a session; input excludes the cache
 * @unconfirmed whether thinking is inside output: taken as inside. The time is that of the file’s last change
 */
import { earliestTime } from '../../model/time-limits';
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import { timeOfFile } from '../reading/time';
import type { ReadFile } from '../source';

/**
 * As far as is known, the counts are disjoint, except that output is assumed to include thinking. The settings
 * contain neither their session, which is the file's name, nor a time, which is the file's.
 */
export const read: ReadFile = async (chunks, sink, context) => {
  const { now, path = '' } = context;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  const sessionId = asText(/([^/]+)\.settings\.json$/.exec(path.replaceAll('\\', '/'))?.[1]);
  let began = false;
  await readJsonRecords(text, sink, (record, line) => {
    if (record.type === 'session_start' && !began) {
      const [id, cwd] = [asText(record.id), asText(record.cwd)];
      const when = readMoment(record.timestamp, now);
      began = id !== null;
      if (id !== null && cwd !== null)
        sink.session({ sessionId: id, beganAt: isProblem(when) ? earliestTime : when.time, beganIn: cwd });
    }
    const usage = asObject(record.tokenUsage);
    if (usage === null || record.type !== undefined) return;
    if (sessionId === null) {
      sink.problem('no-id', line);
      return;
    }
    const model = asText(record.model);
    reportUsage(
      sink,
      { position: line },
      {
        counts: {
          input: usage.inputTokens,
          output: usage.outputTokens,
          reasoning: usage.thinkingTokens,
          cacheRead: usage.cacheReadTokens,
          cacheWrite: usage.cacheCreationTokens,
        },
        holdsCache: false,
        when: timeOfFile(context),
        dedupeKey: keyOf('droid', sessionId),
        sessionId,
        // A user's own model has this prefix, with its position in the list.
        model: asText(model?.replace(/^custom:/, '')),
        countQuality: 'session-total',
      },
    );
  });
};
