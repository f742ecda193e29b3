import type { ReadDatabase, ReadFile, SourceSink } from '../source';
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
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
 * `history` contains the messages of all branches, which were all paid for; `messages` repeats one of them. Usage is
 * unchanged from the model's server: OpenAI's names, where the prompt includes cached tokens, or Ollama's.
 */
function readChat(
  chatId: string | null,
  chat: JsonObject | null,
  { position, line, now }: { position: number; line: number; now: number },
  sink: SourceSink,
): void {
  for (const [id, entry] of Object.entries(asObject(asObject(chat?.history)?.messages) ?? {})) {
    const message = asObject(entry);
    const usage = asObject(message?.usage) ?? asObject(asObject(message?.info)?.usage);
    if (message === null || usage === null) continue;
    const isLocal = 'eval_count' in usage || 'prompt_eval_count' in usage;
    const details = asObject(usage.prompt_tokens_details) ?? asObject(usage.input_tokens_details);
    const outputDetails = asObject(usage.completion_tokens_details) ?? asObject(usage.output_tokens_details);
    reportUsage(
      sink,
      { position, line },
      {
        counts: {
          input: usage.prompt_tokens ?? usage.input_tokens ?? usage.prompt_eval_count,
          output: usage.completion_tokens ?? usage.output_tokens ?? usage.eval_count,
          cacheRead: details?.cached_tokens,
          reasoning: outputDetails?.reasoning_tokens,
        },
        holdsCache: true,
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
