import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asArray, asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/**
 * One line of the journal: the initial chat (0), a value set at a path (1), or values appended to the list at a path
 * (2).
 */
interface Request {
  id: unknown;
  time: unknown;
  model: unknown;
  result: JsonObject | null;
  line: number;
}

/**
 * A request has one pair of counts although a turn may make several calls, so the counts are a lower bound and marked
 * as inexact. Chats of 2025 have none.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const requests: Request[] = [];
  let sessionId: string | null = null;
  const start = (chat: JsonObject | null, line: number): void => {
    sessionId = asText(chat?.sessionId) ?? sessionId;
    add(chat?.requests, line);
  };
  const add = (list: unknown, line: number): void => {
    for (const entry of asArray(list)) {
      const { requestId: id, timestamp: time, modelId: model, result } = asObject(entry) ?? {};
      requests.push({ id, time, model, result: asObject(result), line });
    }
  };
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (record, line) => {
      const path = asArray(record.k);
      const request = path[0] === 'requests' ? requests[Number(path[1])] : undefined;
      if (record.kind === undefined || record.kind === 0)
        start(record.kind === 0 ? asObject(record.v) : record, line);
      else if (record.kind === 2 && path.length === 1 && path[0] === 'requests') add(record.v, line);
      else if (record.kind === 1 && request !== undefined && path[2] === 'result') {
        if (path.length === 3) request.result = asObject(record.v);
        else if (path.length === 4 && path[3] === 'metadata')
          request.result = { ...request.result, metadata: record.v };
      }
    });
  } finally {
    let hasCounts = false;
    for (const [index, { id, time, model, result, line }] of requests.entries()) {
      const metadata = asObject(result?.metadata);
      const [input, output] = [metadata?.promptTokens, metadata?.outputTokens ?? metadata?.completionTokens];
      if (input === undefined && output === undefined) continue;
      hasCounts = true;
      reportUsage(
        sink,
        { position: index + 1, line },
        {
          counts: { input, output },
          holdsCache: false,
          when: readToolTime(time, now),
          dedupeKey: keyOf('copilot-chat', sessionId, asText(id) ?? index),
          sessionId,
          model: asText(asText(model)?.replace(/^copilot\//, '')),
          countQuality: 'rounded',
        },
      );
    }
    if (requests.length > 0 && !hasCounts)
      sink.problem('This chat contains no token counts: Copilot wrote none in 2025.');
  }
};
