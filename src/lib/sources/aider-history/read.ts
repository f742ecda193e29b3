/**
 * @learnedFrom a real history, and the tool’s source
 * @identifiedBy chat, message and its counts
 * @counts rounded to tenths of a thousand, then to thousands
 * @unconfirmed whether “sent” includes cache hits differs by version
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { readLines, type LineHandler } from '../reading/lines';
import { reportUsage, type RecordedUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import { readTableTime, type TableTime } from '../reading/table-time';
import type { FieldProblem } from '../reading/json-fields';
import type { ReadFile } from '../source';

const chatStart = /^# aider chat started at (\d{4}-\d\d-\d\d)( \d\d:\d\d:\d\d)/;
const modelLine = /^> (?:Main model|Model): (\S+) with /;
const count = String.raw`([\d.,]+k?)`;
const cost = String.raw`Cost: \$([\d.]+) (?:message|request|send), \$[\d.]+ session\.`;
const usage = new RegExp(
  String.raw`^> Tokens: ${count} sent(?:, ${count} cache write)?(?:, ${count} (?:cache hit|cached))?, ${count} received\.` +
    String.raw`(?: ${cost})?`,
);
/** If the cache was both read and written, the cost is on a line of its own, which isn't marked as a quotation. */
const costLine = new RegExp(`^(?:> )?${cost}`);

/**
 * Each such line is about a single message. In newer versions, counts of a thousand and more are rounded. The sent
 * tokens include cache writes; whether they include cache reads depends on the version. Only the chat has a time, in
 * its machine's time zone, so its printed date is kept.
 */
export const read: ReadFile = async (chunks, sink, { now, path = '' }) => {
  const folder = asText(/^(.+)\/[^/]+$/.exec(path.replaceAll('\\', '/'))?.[1]);
  const decoder = new TextDecoder();
  let chat = '';
  let when: TableTime | FieldProblem = { problem: 'no-date' };
  let model: string | null = null;
  let message = 0;
  /** A message whose cost wasn't on its line. */
  let waiting: { message: RecordedUsage; position: number } | null = null;
  const report = (costOf?: string): void => {
    if (waiting === null) return;
    const { message, position } = waiting;
    waiting = null;
    reportUsage(sink, { position }, { ...message, cost: costOf === undefined ? undefined : Number(costOf) });
  };
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  const handler: LineHandler = {
    line(bytes, start, end, position) {
      // Answers and files are skipped.
      if (bytes[start] !== 0x23 && bytes[start] !== 0x3e && waiting === null) return;
      const line = decoder.decode(bytes.subarray(start, Math.min(end, start + 400)));
      report(costLine.exec(line)?.[1]);
      const started = chatStart.exec(line);
      if (started !== null) {
        chat = `${started[1]}${started[2]}`;
        when = readTableTime(started[1], now);
        model = null;
        message = 0;
      }
      model = asText(modelLine.exec(line)?.[1]) ?? model;
      const found = usage.exec(line);
      if (found === null) return;
      message += 1;
      const [, sent = '', write = '', hit = '', received = '', ownCost] = found;
      const counts = {
        input: countIn(sent),
        cacheWrite: countIn(write),
        cacheRead: countIn(hit),
        output: countIn(received),
      };
      waiting = {
        message: {
          counts,
          holdsCache: 'unless larger',
          when,
          granularity: 'day',
          dedupeKey: keyOf('aider-history', chat, message, sent, received),
          sessionId: asText(chat),
          path: folder,
          model,
          // Even where the counts are exact, the cost is rounded to cents.
          countQuality: 'rounded',
        },
        position,
      };
      if (ownCost !== undefined) report(ownCost);
    },
    tooLong: (line) => sink.problem('line-too-long', line),
  };
  try {
    await readLines(text, handler);
  } finally {
    report();
  }
};

/** Parses `1,234`, `2.3k` and `12k`. */
function countIn(text: string): number {
  const digits = text.replace('k', '').replaceAll(',', '');
  return text.endsWith('k') ? Math.round(Number(digits) * 1000) : Number(digits);
}
