/**
 * @learnedFrom the semantic conventions, and OpenInference’s
 * @identifiedBy response id, otherwise trace and span
 * @counts input includes the cache; agents’ and chains’ spans repeat their children and don’t count
 */
import { totalTokensOf } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import { ChainHash } from '../../model/chain-hash';
import { asArray, asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { readAttributes, readSpanUsage, textOf, type Attributes } from './attributes';
import type { ReadFile, SourceSink } from '../source';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';

const id = 'otlp';

/**
 * Spans of agents and workflows repeat the usage of the calls inside them, so of nested spans only the innermost with
 * usage counts.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const reader = new OtlpReader(sink, now);
  try {
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    await readJsonRecords(text, sink, (record, line) => reader.record(record, line));
  } finally {
    reader.finish();
  }
};

/** Operations around calls, which may repeat the usage of the calls inside. */
const notInference = new Set(['invoke_agent', 'create_agent', 'invoke_workflow', 'execute_tool']);

class OtlpReader {
  private readonly parentOf = new Map<string, string>();
  private readonly events = new Map<string, SourceUsageEvent>();
  private position = 0;
  private readonly sink: SourceSink;
  private readonly now: number;

  constructor(sink: SourceSink, now: number) {
    this.sink = sink;
    this.now = now;
  }

  record(record: JsonObject, line: number): void {
    for (const entry of asArray(record.resourceSpans)) {
      const resourceSpans = asObject(entry);
      const resource = readAttributes(asObject(resourceSpans?.resource)?.attributes);
      // Before 2022 scopes were called instrumentation libraries.
      const scopes = resourceSpans?.scopeSpans ?? resourceSpans?.instrumentationLibrarySpans;
      for (const scope of asArray(scopes)) {
        for (const span of asArray(asObject(scope)?.spans)) {
          const fields = asObject(span);
          if (fields !== null) this.span(fields, resource, line);
        }
      }
    }
  }

  finish(): void {
    const outer = new Set<string>();
    for (const name of this.events.keys()) {
      for (let at = this.parentOf.get(name); at !== undefined && !outer.has(at); at = this.parentOf.get(at)) {
        outer.add(at);
      }
    }
    for (const [name, event] of this.events) if (!outer.has(name)) this.sink.event(event);
  }

  private span(span: JsonObject, resource: Attributes, line: number): void {
    this.position += 1;
    const attributes = readAttributes(span.attributes);
    const name = nameOf(span);
    const parent = asText(span.parentSpanId);
    if (parent !== null && asText(span.spanId) !== parent) {
      this.parentOf.set(name, `${asText(span.traceId) ?? ''}:${parent}`);
    }
    const operation = textOf(attributes, 'gen_ai.operation.name');
    if (operation !== null && notInference.has(operation)) return;
    // OpenInference (Phoenix) states the kind of every span.
    const kind = textOf(attributes, 'openinference.span.kind');
    if (kind !== null && kind !== 'LLM' && kind !== 'EMBEDDING') return;
    const counters = readSpanUsage(attributes);
    if (counters === null) return;
    if (isProblem(counters)) {
      this.sink.problem(counters.problem, line);
      return;
    }
    if (totalTokensOf(counters) === 0) return;
    const when = readTime(toIso(span.startTimeUnixNano ?? span.endTimeUnixNano), this.now);
    if (isProblem(when)) {
      this.sink.problem(when.problem, line);
      return;
    }
    const provider = textOf(
      attributes,
      'gen_ai.provider.name',
      'gen_ai.system',
      'llm.provider',
      'llm.system',
    );
    this.events.set(name, {
      ...counters,
      dedupeKey: `${id}:${name}`,
      sessionId: textOf(attributes, 'gen_ai.conversation.id', 'session.id'),
      occurredAt: when.time,
      granularity: 'moment',
      path: textOf(resource, 'service.name'),
      provider,
      model: textOf(attributes, 'gen_ai.response.model', 'gen_ai.request.model', 'llm.model_name'),
      eventType: operation === 'embeddings' || kind === 'EMBEDDING' ? 'embedding' : 'chat',
      llmMode: llmModeOf(provider),
      position: this.position,
      isOutputFinal: true,
    });
  }
}

/** Trace and span ids together are unique. Without them, the span is identified by its content. */
function nameOf(span: JsonObject): string {
  const traceId = asText(span.traceId);
  const spanId = asText(span.spanId);
  if (spanId !== null) return `${traceId ?? ''}:${spanId}`;
  const attributes = readAttributes(span.attributes);
  const responseId = textOf(attributes, 'gen_ai.response.id');
  if (responseId !== null) return `response:${responseId}`;
  const hash = new ChainHash();
  hash.addText(`${String(span.startTimeUnixNano)} ${String(span.endTimeUnixNano)}`);
  for (const [key, value] of attributes) hash.addText(JSON.stringify([key, value]));
  return `hash:${hash.digest}`;
}

/** Nanoseconds since 1970; a string if they are exact. */
function toIso(nanoseconds: unknown): string | null {
  if (nanoseconds === undefined || nanoseconds === null || nanoseconds === 0 || nanoseconds === '0')
    return null;
  const isNumber =
    typeof nanoseconds === 'number' || (typeof nanoseconds === 'string' && /^\d{1,20}$/.test(nanoseconds));
  const milliseconds = isNumber ? Math.floor(Number(nanoseconds) / 1e6) : Number.NaN;
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : 'not a time';
}
