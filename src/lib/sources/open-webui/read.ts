/**
 * @learnedFrom its source, documentation and export
 * @identifiedBy chat and message
 * @counts as the model’s server reported them: prompt includes cached tokens, unless the total shows otherwise. Newer
 *   versions add the sums of all calls of an answer, which count instead of the last call
 * @unconfirmed a server that reports nothing; in versions before these sums, only the last of several calls of an
 *   answer
 */
import type { ReadDatabase, ReadFile, SourceSink } from '../source';
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { reportUsage, type RecordedUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    readChat(asText(record.id), asObject(record.chat), { position, line, now }, sink);
  });
};

export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  for (const { id, chat } of database.rows('chat', ['id', 'chat'])) {
    position += 1;
    readChat(asText(id), parseJson(chat), { position, line: position, now }, sink);
  }
};

/**
 * `history` contains the messages of all branches, which were all paid for; `messages` repeats one of them. Usage is as
 * the model's server sent it, under OpenAI's names, where the prompt includes cached tokens, or Ollama's. Newer versions
 * add `input_tokens` and others, which are the sums of all calls of an answer: the server's own names are of the last
 * call. The first versions had the counts in `info`.
 */
function readChat(
  chatId: string | null,
  chat: JsonObject | null,
  { position, line, now }: { position: number; line: number; now: number },
  sink: SourceSink,
): void {
  for (const [id, entry] of Object.entries(asObject(asObject(chat?.history)?.messages) ?? {})) {
    const message = asObject(entry);
    const info = asObject(message?.info);
    const usage = asObject(message?.usage) ?? asObject(info?.usage) ?? info;
    if (message === null || usage === null) continue;
    const isLocal = 'eval_count' in usage || 'prompt_eval_count' in usage;
    const counts = countsOf(usage);
    reportUsage(
      sink,
      { position, line },
      {
        counts,
        holdsCache: Number(counts.cacheRead ?? 0) > Number(counts.input ?? 0) ? false : 'by total',
        isReasoningApart: isReasoningApart(usage),
        when: readMoment(message.timestamp, now),
        dedupeKey: keyOf('open-webui', chatId, asText(message.id) ?? asText(id)),
        sessionId: chatId,
        provider: isLocal ? 'ollama' : null,
        model: asText(message.model),
        llmMode: isLocal ? 'local' : 'cloud',
      },
    );
  }
}

function countsOf(usage: JsonObject): RecordedUsage['counts'] {
  const details = asObject(usage.prompt_tokens_details) ?? asObject(usage.input_tokens_details);
  const outputDetails = asObject(usage.completion_tokens_details) ?? asObject(usage.output_tokens_details);
  return {
    input: usage.input_tokens ?? usage.prompt_tokens ?? usage.prompt_eval_count,
    output: usage.output_tokens ?? usage.completion_tokens ?? usage.eval_count,
    cacheRead: details?.cached_tokens ?? usage.cache_read_input_tokens,
    cacheWrite: usage.cache_creation_input_tokens,
    reasoning: isReasoningApart(usage) ? usage.compute_tokens : outputDetails?.reasoning_tokens,
    total: usage.total_tokens,
  };
}

/** Reasoning that a provider counts in addition to its answer is `compute_tokens`, if the total shows that it is on top. */
function isReasoningApart({
  input_tokens,
  output_tokens,
  compute_tokens,
  total_tokens,
}: JsonObject): boolean {
  const parts = [input_tokens, output_tokens, compute_tokens].map(Number);
  return Number(compute_tokens) > 0 && parts.reduce((sum, part) => sum + part, 0) === total_tokens;
}
