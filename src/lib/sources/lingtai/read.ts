/**
 * @learnedFrom the tool’s source
 * @identifiedBy time, model and counts, and its number among such lines: the ledgers of daemons repeat lines of the
 *   agent’s. A line that comes back after lines of other times is a copy
 * @counts input includes cached tokens
 * @unconfirmed whether thinking is inside output: taken as inside. A ledger whose lines all have one second, appended
 *   to itself, counts twice
 */
import { AppendedCopies } from '../reading/appended-copies';
import { keyOf } from '../reading/call';
import { asName, asText, isProblem } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import type { ReadFile } from '../source';

/**
 * Input includes cached tokens. Whether output includes thinking depends on the provider and isn't recorded, so it is
 * assumed to be included. Lines have no id, so equal lines of the same second are numbered.
 */
export const read: ReadFile = (chunks, sink, { now, path = '' }) => {
  const seen = new Map<string, number>();
  const copies = new AppendedCopies();
  const folder = projectOf(path);
  return readJsonLines(chunks, sink, {
    wants: () => true,
    record({ ts, input, output, thinking, cached, ...names }, line) {
      const when = readMoment(ts, now);
      const model = asText(names.model);
      const alike = [String(ts), model, ...[input, output, thinking, cached].map(String)];
      const run = [names.em_id, names.run_id].map(asName);
      if (copies.isCopy(ts, [...alike, ...run].join())) return;
      const number = (seen.get(alike.join()) ?? 0) + 1;
      seen.set(alike.join(), number);
      reportUsage(
        sink,
        { position: line },
        {
          counts: { input, output, cacheRead: cached, reasoning: thinking },
          holdsCache: 'unless larger',
          when,
          dedupeKey: keyOf('lingtai', ...(isProblem(when) ? [line] : []), ...alike, number),
          path: folder,
          model,
        },
      );
    },
  });
};

/** The agents are in a folder of the project: `engine/.lingtai/ada/logs/token_ledger.jsonl`. */
function projectOf(path: string): string | null {
  return asText(/^(.+)\/\.lingtai\//.exec(path.replaceAll('\\', '/'))?.[1]);
}
