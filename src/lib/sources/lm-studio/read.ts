/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy conversation and generated step
 * @counts all versions of an answer were generated, and count
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asArray, asObject, asText } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

/** All versions of an answer were generated, so all count. A step's name begins with its time in milliseconds. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (conversation, line) => {
    for (const message of asArray(conversation.messages))
      for (const version of asArray(asObject(message)?.versions))
        for (const entry of asArray(asObject(version)?.steps)) {
          const step = asObject(entry);
          const info = asObject(step?.genInfo);
          const stats = asObject(info?.stats);
          if (step === null || info === null || stats === null) continue;
          position += 1;
          const id = asText(step.stepIdentifier) ?? asText(info.identifier);
          const time = /^(\d{13})\b/.exec(id ?? '')?.[1];
          reportUsage(
            sink,
            { position, line },
            {
              counts: { input: stats.promptTokensCount, output: stats.predictedTokensCount },
              holdsCache: false,
              when: readToolTime(time === undefined ? conversation.createdAt : Number(time), now),
              dedupeKey: keyOf('lm-studio', String(conversation.createdAt), id ?? position),
              provider: 'lmstudio',
              model: asText(info.indexedModelIdentifier) ?? asText(info.identifier),
              llmMode: 'local',
            },
          );
        }
  });
};
