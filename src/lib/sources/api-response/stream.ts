import { asArray, asObject, asText, type JsonObject } from '../reading/json-fields';

/** A response assembled from its stream. */
export interface StreamedResponse {
  response: JsonObject;
  /** False if the stream ended before it reported the answer's usage. */
  isFinal: boolean;
}

/**
 * Assembles streamed responses that were saved with one event per record. Only events with usage matter: the last
 * event of OpenAI's responses, the last chunk of its chat completions and of Gemini's, and for Anthropic's messages
 * the first event (the prompt) and the last ones (the answer; each count is that of the whole message so far).
 */
export class ResponseStream {
  /** The line on which each response began that hasn't reported its usage yet. */
  private readonly open = new Map<string, number>();
  private message: JsonObject | null = null;
  private isFinal = false;

  /** Returns the response that this record completes, or null; undefined if the record isn't part of a stream. */
  take(record: JsonObject, line: number): StreamedResponse | null | undefined {
    const { type } = record;
    if (typeof type === 'string' && type.startsWith('response.'))
      return this.part(asObject(record.response), line);
    if (record.object === 'chat.completion.chunk') return this.part(record, line);
    if (isGeminiChunk(record)) return this.part({}, line);
    if (type === 'message_start') return this.begin(record);
    if (type === 'message_delta') return this.grow(record);
    if (typeof type === 'string' && /^(?:message_stop|content_block_\w+|ping)$/.test(type)) return null;
    this.open.delete(nameless);
    return undefined;
  }

  /** The last message, which no other one followed; null if there is none. */
  end(): StreamedResponse | null {
    const { message, isFinal } = this;
    this.message = null;
    this.isFinal = false;
    return message === null ? null : { response: message, isFinal };
  }

  /** The lines where responses began that never reported their usage. */
  unfinished(): Iterable<number> {
    return this.open.values();
  }

  private part(response: JsonObject | null, line: number): StreamedResponse | null {
    if (response === null) return null;
    const id = asText(response.id) ?? nameless;
    if (asObject(response.usage) !== null) {
      this.open.delete(id);
      return { response, isFinal: true };
    }
    if (!this.open.has(id)) this.open.set(id, line);
    return null;
  }

  private begin(record: JsonObject): StreamedResponse | null {
    const before = this.end();
    this.message = asObject(record.message);
    return before;
  }

  private grow(record: JsonObject): null {
    const [usage, known] = [asObject(record.usage), this.message];
    if (usage === null || known === null) return null;
    const reported = Object.entries(usage).filter(([, value]) => value !== null);
    this.message = { ...known, usage: { ...asObject(known.usage), ...Object.fromEntries(reported) } };
    this.isFinal = true;
    return null;
  }
}

const nameless = '';

/** All chunks but the last lack a finish reason. A chunk with an id is recognized by that. */
function isGeminiChunk(record: JsonObject): boolean {
  const candidates = asArray(record.candidates).map(asObject);
  if (candidates.length === 0 || record.responseId !== undefined) return false;
  return candidates.every((candidate) => (candidate?.finishReason ?? null) === null);
}
