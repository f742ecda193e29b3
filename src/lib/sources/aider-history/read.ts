/**
 * @learnedFrom a real history
 * @identifiedBy chat, message and its counts
 * @counts rounded to tenths of a thousand, then to thousands
 * @unconfirmed whether “sent” includes cache hits differs by version
 */
import { keyOf } from '../reading/call';
import { asText } from '../reading/json-fields';
import { readLines } from '../reading/lines';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import { readTableTime, type TableTime } from '../reading/table-time';
import type { FieldProblem } from '../reading/json-fields';
import type { ReadFile } from '../source';

const chatStart = /^# aider chat started at (\d{4}-\d\d-\d\d)( \d\d:\d\d:\d\d)/;
const modelLine = /^> (?:Main model|Model): (\S+) with /;
const count = String.raw`([\d.,]+k?)`;
const usage = new RegExp(
  String.raw`^> Tokens: ${count} sent(?:, ${count} cache write)?(?:, ${count} (?:cache hit|cached))?, ${count} received\.` +
    String.raw`(?: Cost: \$([\d.]+) (?:message|request|send), \$[\d.]+ session\.)?`,
);

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
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readLines(text, {
    line(bytes, start, end, position) {
      // Answers and files are skipped.
      if (bytes[start] !== 0x23 && bytes[start] !== 0x3e) return;
      const line = decoder.decode(bytes.subarray(start, Math.min(end, start + 400)));
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
      const [, sent = '', write = '', hit = '', received = '', cost] = found;
      reportUsage(
        sink,
        { position },
        {
          counts: {
            input: countIn(sent),
            cacheWrite: countIn(write),
            cacheRead: countIn(hit),
            output: countIn(received),
          },
          holdsCache: 'unless larger',
          when,
          granularity: 'day',
          dedupeKey: keyOf('aider-history', chat, message, sent, received),
          sessionId: asText(chat),
          path: folder,
          model,
          // Even where the counts are exact, the cost is rounded to cents.
          countQuality: 'rounded',
          cost: cost === undefined ? undefined : Number(cost),
        },
      );
    },
    tooLong: (line) => sink.problem('line-too-long', line),
  });
};

/** Parses `1,234`, `2.3k` and `12k`. */
function countIn(text: string): number {
  const digits = text.replace('k', '').replaceAll(',', '');
  return text.endsWith('k') ? Math.round(Number(digits) * 1000) : Number(digits);
}
