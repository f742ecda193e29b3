/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy session and request
 * @counts prompt and output of a turn, on the request or in its result by version
 * @unconfirmed a turn may make several requests, so this is a lower bound
 * @differs a tracker adds the thinking of the turn’s rounds to the output, which includes it
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asArray, asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** A request of the chat, as far as the journal has been read. */
type Request = Record<string, unknown>;

/**
 * A line of the journal is the initial chat (kind 0), a value set at a path (1), or values appended to the list at a
 * path (2). A request has one pair of counts although a turn may make several calls, so the counts are a lower bound and
 * marked as inexact. Chats of 2025 have none. Newer versions write the pair on the request, the others in its result.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const requests: { fields: Request; line: number }[] = [];
  let sessionId: string | null = null;
  const start = (chat: JsonObject | null, line: number): void => {
    sessionId = asText(chat?.sessionId) ?? sessionId;
    add(chat?.requests, line);
  };
  const add = (list: unknown, line: number): void => {
    for (const entry of asArray(list)) requests.push({ fields: kept(asObject(entry) ?? {}), line });
  };
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (record, line) => {
      const [list, index, field, ...rest] = asArray(record.k);
      const request = list === 'requests' ? requests[Number(index)] : undefined;
      if (record.kind === undefined || record.kind === 0)
        start(record.kind === 0 ? asObject(record.v) : record, line);
      else if (record.kind === 2 && list === 'requests' && index === undefined) add(record.v, line);
      else if (record.kind === 1 && request !== undefined && wanted.includes(String(field)))
        set(request.fields, String(field), rest, record.v);
    });
  } finally {
    let hasCounts = false;
    for (const [index, { fields, line }] of requests.entries()) {
      const metadata = asObject(asObject(fields.result)?.metadata);
      const input = fields.promptTokens ?? metadata?.promptTokens;
      const output = fields.completionTokens ?? metadata?.outputTokens ?? metadata?.completionTokens;
      if (input === undefined && output === undefined) continue;
      hasCounts = true;
      const model = asText(metadata?.resolvedModel) ?? asText(fields.modelId);
      reportUsage(
        sink,
        { position: index + 1, line },
        {
          counts: { input, output },
          holdsCache: false,
          when: readToolTime(fields.timestamp, now),
          dedupeKey: keyOf('copilot-chat', sessionId, asText(fields.requestId) ?? index),
          sessionId,
          model: asText(model?.replace(/^copilot\//, '')),
          countQuality: 'rounded',
        },
      );
    }
    if (requests.length > 0 && !hasCounts) sink.problem('copilot-chat-without-counts');
  }
};

const wanted = ['requestId', 'timestamp', 'modelId', 'promptTokens', 'completionTokens', 'result'];

/** Without the content, which is most of a request. */
function kept(request: JsonObject): Request {
  return Object.fromEntries(wanted.map((name) => [name, request[name]]));
}

/** Sets a field, or one within the result: `metadata`, or a value of it. */
function set(request: Request, field: string, path: readonly unknown[], value: unknown): void {
  if (path.length === 0) request[field] = value;
  else if (field === 'result' && path[0] === 'metadata' && path.length <= 2) {
    const result = asObject(request.result);
    const metadata = path.length === 1 ? value : { ...asObject(result?.metadata), [String(path[1])]: value };
    request.result = { ...result, metadata };
  }
}
