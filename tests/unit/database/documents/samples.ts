import type { LlmAddress, NewBatch, Settlement } from '../../../../src/lib/model/extraction';
import { noTokens } from '../../../../src/lib/model/tokens';
import type { Commands, NewDocument } from '../../../../src/lib/protocol/commands';
import { testNow } from '../open';
import { addProject } from '../samples';

export const address: LlmAddress = {
  id: 'here',
  name: 'This machine',
  kind: 'openai-compatible',
  origin: 'http://127.0.0.1:8080',
  path: '/v1',
  llmMode: 'local',
  parallel: 1,
};

const openAi: LlmAddress = {
  ...address,
  id: 'openai',
  name: 'OpenAI',
  origin: 'https://api.openai.com',
  llmMode: 'cloud',
};

export function document(id: string, changes: Partial<NewDocument> = {}): NewDocument {
  const sha256 = Buffer.from(id).toString('hex').padStart(64, '0');
  return {
    id,
    projectId: 'alpha',
    fileName: `${id}.pdf`,
    byteLength: 1000,
    contentSha256: sha256,
    textSha256: sha256,
    textCharacters: 400,
    textTokens: 100,
    pages: 1,
    createdAt: testNow,
    ...changes,
  };
}

export function newBatch(changes: Partial<NewBatch> = {}): NewBatch {
  return {
    id: 'batch',
    projectId: 'alpha',
    addressId: 'here',
    model: 'tiny',
    eventType: 'cv_extraction',
    setup: { kind: 'json-resume', fields: [], instructions: '' },
    limitTokens: null,
    limitNanoUsd: null,
    heedsBudgets: true,
    instructionTokens: 50,
    tokenRatio: 1,
    answerLimit: 80,
    ...changes,
  };
}

/** A project `alpha` with documents that wait in one batch. */
export function startedBatch(
  commands: Commands,
  ids: readonly string[],
  changes: Partial<NewBatch> = {},
): void {
  addProject(commands, 'alpha');
  commands.saveLlmAddress(address, testNow);
  commands.saveLlmAddress(openAi, testNow);
  commands.addDocuments(ids.map((id, index) => document(id, { createdAt: testNow + index })));
  commands.startBatch(newBatch(changes), ids, testNow);
}

export const claim = (commands: Commands, attemptId: string, claimedAt = testNow) =>
  commands.claimDocument({ batchId: 'batch', attemptId, claimedAt });

export function answered(
  attemptId: string,
  changes: Partial<Settlement> = {},
  tokens = [150, 40],
): Settlement {
  const [inputTokens = 0, outputTokens = 0] = tokens;
  return {
    attemptId,
    end: {
      state: 'answered',
      usage: { ...noTokens, inputTokens, outputTokens },
      model: 'tiny.gguf',
      isReported: true,
    },
    next: { kind: 'extracted' },
    httpStatus: 200,
    endedAt: testNow,
    ...changes,
  };
}

export function lost(attemptId: string, seenAnswerTokens = 0): Settlement {
  return answered(attemptId, {
    end: { state: 'lost', seenAnswerTokens },
    next: { kind: 'try-again', notBefore: 0 },
    httpStatus: null,
  });
}
