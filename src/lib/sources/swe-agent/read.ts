/**
 * @learnedFrom two real trajectories
 * @identifiedBy instance and its sums
 * @counts the sum of a run, without cache; the time is that of the file
 */
import { foreignPath, keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import { timeOfFile } from '../reading/time';
import type { ReadFile } from '../source';

/** A run contains no time, and its file is written once, when the run ends, so the file's time is used. */
export const read: ReadFile = async (chunks, sink, context) => {
  const { path = '' } = context;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    const when = timeOfFile(context);
    const stats = asObject(asObject(record.info)?.model_stats);
    if (stats === null) return;
    const instance = asText(/([^/]+)\.traj(?:\.json)?$/.exec(path.replaceAll('\\', '/'))?.[1]);
    const names = ['tokens_sent', 'tokens_received', 'api_calls', 'instance_cost'];
    const project = foreignPath('swe-agent', instance);
    if (project !== null && instance !== null) sink.projectName?.(project, instance);
    sink.problem('dated-by-file', line);
    reportUsage(
      sink,
      { position: line },
      {
        counts: { input: stats.tokens_sent, output: stats.tokens_received },
        holdsCache: false,
        when,
        // The first known record wins, because a copy of the file is younger.
        precedence: -when.time,
        dedupeKey: keyOf('swe-agent', instance, ...names.map((name) => String(stats[name]))),
        path: project,
        model: modelIn(record),
        eventType: 'evaluation',
        countQuality: 'session-total',
        cost: stats.instance_cost,
      },
    );
  });
};

/** Newer runs contain the configuration to replay them, as JSON within JSON. */
function modelIn(record: JsonObject): string | null {
  const config = parseJson(record.replay_config) ?? asObject(record.replay_config);
  return asText(asObject(asObject(config?.agent)?.model)?.name);
}
