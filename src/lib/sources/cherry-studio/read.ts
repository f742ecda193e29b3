/**
 * @learnedFrom the tool’s source of the backup; its messages by their documentation
 * @identifiedBy topic and message
 * @counts prompt and completion, estimated by the tool if the provider sends none; the estimate for a question isn’t
 *   usage
 * @unconfirmed backups since version 6 copy the browser’s database, which can’t be read
 */
import { keyOf } from '../reading/call';
import { asArray, asObject, asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/**
 * All answers of all branches. Cherry Studio estimates the counts if the provider sends none, without saying so, so
 * all are marked as inexact. A question has an estimate too, which isn't usage.
 */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (backup, line) => {
    for (const topic of asArray(asObject(backup.indexedDB)?.topics)) {
      const topicId = asText(asObject(topic)?.id);
      for (const entry of asArray(asObject(topic)?.messages)) {
        const message = asObject(entry);
        const usage = asObject(message?.usage);
        if (message?.role !== 'assistant' || usage === null) continue;
        position += 1;
        const model = asObject(message.model);
        const provider = asText(model?.provider);
        reportUsage(
          sink,
          { position, line },
          {
            counts: { input: usage.prompt_tokens, output: usage.completion_tokens },
            holdsCache: false,
            when: readMoment(message.createdAt, now),
            dedupeKey: keyOf('cherry-studio', topicId, asText(message.id) ?? position),
            sessionId: topicId,
            provider,
            model: asText(model?.id) ?? asText(message.modelId),
            llmMode: llmModeOf(provider),
            countQuality: 'rounded',
          },
        );
      }
    }
  });
};
