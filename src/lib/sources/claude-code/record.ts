import type { Problem } from '../../model/problem';
import type { SourceUsageEvent } from '../../model/usage-event';
import { anthropicPriceClass, readAnthropicUsage } from './usage';
import { isUniqueId } from '../reading/call';
import { asArray, asObject, asText, isBadText, isProblem, type JsonObject } from '../reading/json-fields';
import { readTime } from '../reading/time';

/** The content of one line: the response's usage, that of its advisors, and what could not be used. */
export interface ClaudeCodeRecord {
  events: SourceUsageEvent[];
  problems: Problem[];
}

/** Reads a line that may contain usage. A line without usage yields no events and no problems. */
export function readRecord(line: JsonObject, position: number, now: number): ClaudeCodeRecord {
  const record: ClaudeCodeRecord = { events: [], problems: [] };
  const response = findResponse(line);
  if (response?.message.usage == null) return record;
  const { message } = response;
  if (message.model === '<synthetic>') return record;

  const when = readTime(response.timestamp, now);
  const usage = asObject(message.usage);
  if (usage === null) record.problems.push({ code: 'not-an-object', field: 'usage' });
  else if (isProblem(when)) record.problems.push(when.problem);
  else {
    const context: RecordContext = {
      key: dedupeKey(message, response.requestId, line.sessionId, response.timestamp),
      sessionId: asText(line.sessionId),
      occurredAt: when.time,
      path: asText(line.cwd),
      position,
      isOutputFinal: !isPlaceholder(line.version, message.stop_reason),
    };
    addUsage(record, usage, message.model, context);
    addAdvisors(record, usage, message.model, context);
    nameBadText(record, 'model-unusable', message.model);
    nameBadText(record, 'working-directory-unusable', line.cwd);
    nameBadText(record, 'session-unusable', line.sessionId);
  }
  return record;
}

interface Response {
  message: JsonObject;
  requestId: unknown;
  timestamp: unknown;
}

interface RecordContext extends Pick<
  SourceUsageEvent,
  'sessionId' | 'occurredAt' | 'path' | 'position' | 'isOutputFinal'
> {
  key: string;
}

/** The response is on the line itself or, for a subagent, nested in a `progress` line with the same key. */
function findResponse(line: JsonObject): Response | null {
  const isProgress = line.type === 'progress';
  const outer = isProgress ? asObject(asObject(line.data)?.message) : line;
  if (outer?.type !== 'assistant') return null;
  const message = asObject(outer.message);
  if (message === null) return null;
  // Use the nested record's own time, which is also in the subagent's file, so that both copies are equal.
  return {
    message,
    requestId: outer.requestId ?? line.requestId,
    timestamp: outer.timestamp ?? line.timestamp,
  };
}

function addUsage(record: ClaudeCodeRecord, usage: JsonObject, model: unknown, context: RecordContext): void {
  const counters = readAnthropicUsage(usage);
  if (isProblem(counters)) {
    record.problems.push(counters.problem);
    return;
  }
  // Field by field: spreading objects here took a third of the time of reading a folder.
  const event: SourceUsageEvent = {
    inputTokens: counters.inputTokens,
    cacheReadTokens: counters.cacheReadTokens,
    cacheWrite5mTokens: counters.cacheWrite5mTokens,
    cacheWrite1hTokens: counters.cacheWrite1hTokens,
    outputTokens: counters.outputTokens,
    reasoningTokens: counters.reasoningTokens,
    dedupeKey: context.key,
    sessionId: context.sessionId,
    occurredAt: context.occurredAt,
    granularity: 'moment',
    path: context.path,
    provider: providerOf(model),
    model: asText(model),
    eventType: 'chat',
    llmMode: 'cloud',
    position: context.position,
    isOutputFinal: context.isOutputFinal,
  };
  const serviceTier = anthropicPriceClass(usage);
  if (serviceTier !== null) event.serviceTier = serviceTier;
  record.events.push(event);
}

/** A response's counts don't include its calls to an advisor, but do include its other iterations. */
function addAdvisors(
  record: ClaudeCodeRecord,
  usage: JsonObject,
  model: unknown,
  context: RecordContext,
): void {
  for (const [index, entry] of asArray(usage.iterations).entries()) {
    const advisor = asObject(entry);
    if (advisor?.type !== 'advisor_message') continue;
    const key = `${context.key}:advisor-${index}`;
    addUsage(record, advisor, advisor.model ?? model, { ...context, key });
  }
}

/**
 * The dedupe key of a call across all files. Resumed and forked sessions copy lines under a new session id, so the
 * key contains the session only if the record has no id that is known to be unique.
 */
function dedupeKey(message: JsonObject, request: unknown, session: unknown, timestamp: unknown): string {
  const id = asText(message.id);
  const requestId = asText(request);
  if (requestId !== null) return `claude-code:${id ?? ''}:${requestId}`;
  if (id !== null && isUniqueId(id)) return `claude-code:${id}`;
  return `claude-code:${id ?? ''}:${asText(session) ?? ''}:${String(timestamp)}`;
}

/** Models with other names reach Claude Code through gateways, whose provider is unknown. */
function providerOf(model: unknown): string | null {
  return typeof model === 'string' && model.startsWith('claude-') ? 'anthropic' : null;
}

/**
 * Versions 2.1.11 to 2.1.29 wrote the output count of the stream's first message, without a stop reason, and never
 * the final one. It is usually 1 to 9, but real logs have up to 26 for thousands of characters, so the count can't
 * decide.
 */
function isPlaceholder(version: unknown, stopReason: unknown): boolean {
  if (typeof version !== 'string' || stopReason != null) return false;
  const patch = /^2\.1\.(\d+)(?!\d)/.exec(version)?.[1];
  return patch !== undefined && Number(patch) >= 11 && Number(patch) <= 29;
}

function nameBadText(record: ClaudeCodeRecord, problem: Problem, value: unknown): void {
  if (isBadText(value)) record.problems.push(problem);
}
