/**
 * @learnedFrom its documentation
 * @identifiedBy transaction
 * @counts prompt and completion are separate transactions; input excludes the cache
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/**
 * Spending is a negative amount. The parts of a prompt, if present, are disjoint; a credit is a millionth of a
 * dollar. Refills of credits are transactions of another type.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    const isPrompt = record.tokenType === 'prompt';
    if (!isPrompt && record.tokenType !== 'completion') return;
    const hasParts = isPrompt && record.inputTokens !== undefined && record.inputTokens !== null;
    const date = asObject(record.createdAt)?.$date ?? record.createdAt;
    const value = spent(record.tokenValue);
    reportUsage(
      sink,
      { position, line },
      {
        counts: isPrompt
          ? {
              input: spent(hasParts ? record.inputTokens : record.rawAmount),
              cacheWrite: spent(record.writeTokens),
              cacheRead: spent(record.readTokens),
            }
          : { output: spent(record.rawAmount) },
        holdsCache: false,
        when: readToolTime(
          asObject(date)?.$numberLong === undefined ? date : Number(asObject(date)?.$numberLong),
          now,
        ),
        dedupeKey: keyOf('librechat', asText(asObject(record._id)?.$oid) ?? asText(record._id) ?? position),
        sessionId: asText(record.conversationId),
        model: asText(record.model),
        cost: typeof value === 'number' ? value / 1_000_000 : undefined,
      },
    );
  });
};

const spent = (value: unknown): unknown => (typeof value === 'number' ? Math.abs(value) : value);
