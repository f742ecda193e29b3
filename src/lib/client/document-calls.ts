import { v7 as uuid } from 'uuid';
import * as v from 'valibot';
import { addFiles, type AddedFiles } from '../documents/add-files';
import { ContentStore } from '../documents/contents/content-store';
import { isFree } from '../documents/contents/is-free';
import { estimateBatch } from '../documents/counting/estimate-batch';
import { newBatch } from '../documents/extraction/new-batch';
import { DocumentReader } from '../documents/worker/document-reader';
import { TokentabError } from '../model/errors';
import { fieldTypes } from '../model/extraction';
import type { DocumentEstimate, Extractions } from '../model/public-api';
import type { DatabaseClient } from './connect';
import { parseInput, projectId as projectIdInput } from './public-api-input';

const text = (name: string) =>
  v.pipe(v.string(`${name} must be text.`), v.trim(), v.minLength(1, `${name} must not be empty.`));
const count = (name: string) => {
  const sentence = `${name} must be a whole number above 0.`;
  return v.pipe(v.number(sentence), v.integer(sentence), v.minValue(1, sentence));
};

const estimateInput = v.object(
  {
    model: text('model'),
    instructionTokens: v.optional(count('instructionTokens'), 500),
    answerLimit: v.optional(count('answerLimit'), 1000),
  },
  'Give options such as { model: "gpt-5" }.',
);

/** Extracts and counts the text of files in this browser. Nothing is stored or sent. */
export async function estimateDocuments(
  client: DatabaseClient,
  files: readonly File[],
  options: unknown,
): Promise<DocumentEstimate> {
  const { model, ...shape } = parseInput(estimateInput, options);
  const reader = new DocumentReader();
  const documents: DocumentEstimate['documents'] = [];
  try {
    for (const file of files) {
      const read = await reader.read(file);
      const facts = typeof read === 'string' ? { problem: read } : { tokens: read.tokens, pages: read.pages };
      documents.push({ name: file.name, tokens: 0, pages: null, problem: null, ...facts });
    }
  } finally {
    reader.close();
  }
  const readable = documents.filter(({ problem }) => problem === null);
  const { prompt, answer, calls } = estimateBatch(
    readable.map(({ tokens }) => tokens),
    model,
    shape,
  );
  const costOf = async (end: 'low' | 'high') => {
    const sizes = calls.map((call) => ({ inputTokens: call.prompt[end], outputTokens: call.answer[end] }));
    const nanoUsd = await client.call('getCostOfCalls', model, sizes);
    return nanoUsd === null ? null : nanoUsd / 1e9;
  };
  const [low, high] = [await costOf('low'), await costOf('high')];
  const costUsd = low === null || high === null ? null : { low, high };
  return { documents, promptTokens: prompt, completionTokens: answer, costUsd };
}

/** Keeps the text of files in this browser and adds them to a project's queue. Nothing is sent. */
export async function addDocuments(
  client: DatabaseClient,
  projectId: unknown,
  files: readonly File[],
): Promise<AddedFiles> {
  const { database } = client;
  if (database === 'memory') {
    throw new TokentabError('NoStorage', 'documents-need-storage');
  }
  return addFiles(
    { call: (command, ...args) => client.call(command, ...args), database, newId: uuid },
    parseInput(projectIdInput, projectId),
    files,
  );
}

const startInput = v.object(
  {
    projectId: projectIdInput,
    address: text('address'),
    model: text('model'),
    documentIds: v.optional(v.array(v.string(), 'documentIds must be a list of ids.')),
    fields: v.optional(
      v.array(
        v.object({
          name: text('name'),
          type: v.picklist(fieldTypes, `type must be one of ${fieldTypes.join(', ')}.`),
          choices: v.optional(v.array(text('choices')), []),
        }),
        'fields must be a list such as [{ name: "city", type: "text" }].',
      ),
    ),
    instructions: v.optional(v.string('instructions must be text.'), ''),
    eventType: v.optional(text('eventType')),
    answerLimit: v.optional(count('answerLimit'), 2000),
    limitTokens: v.optional(count('limitTokens')),
    limitUsd: v.optional(v.pipe(v.number('limitUsd must be a number.'), v.minValue(0))),
    heedsBudgets: v.optional(v.boolean('heedsBudgets must be true or false.'), true),
  },
  'Give an extraction such as { projectId, address, model }.',
);

/**
 * Sends documents to an address that the user has saved; a script can't add one.
 * @returns the id of the batch
 */
export async function startExtraction(client: DatabaseClient, extraction: unknown): Promise<string> {
  const given = parseInput(startInput, extraction);
  const addresses = await client.call('getLlmAddresses');
  const address = addresses.find(({ id, name }) => id === given.address || name === given.address);
  if (address === undefined) {
    throw new TokentabError('NotFound', 'no-saved-address');
  }
  const free = (await client.call('getDocuments', given.projectId)).filter(isFree).map(({ id }) => id);
  const batch = newBatch({
    id: uuid(),
    projectId: given.projectId,
    addressId: address.id,
    model: given.model,
    setup: {
      kind: given.fields === undefined ? 'json-resume' : 'fields',
      fields: given.fields ?? [],
      instructions: given.instructions,
    },
    ...(given.eventType !== undefined && { eventType: given.eventType }),
    answerLimit: given.answerLimit,
    limitTokens: given.limitTokens ?? null,
    limitNanoUsd: given.limitUsd === undefined ? null : Math.round(given.limitUsd * 1e9),
    heedsBudgets: given.heedsBudgets,
  });
  await client.call('startBatch', batch, given.documentIds ?? free, Date.now());
  return batch.id;
}

/** The batches and documents of a project, with the values that are still in this browser. */
export async function getExtractions(client: DatabaseClient, projectId: unknown): Promise<Extractions> {
  const id = parseInput(projectIdInput, projectId);
  const store = new ContentStore(client.database);
  const documents = await Promise.all(
    (await client.call('getDocuments', id)).map(async (document) => {
      const { fileName, batchId, status, failure, acceptedAt, resultId, promptTokens, answerTokens } =
        document;
      const isHere = resultId !== null && document.contentDeletedAt === null;
      const values = isHere ? ((await store.readResult(resultId))?.values ?? null) : null;
      const usage = { promptTokens, completionTokens: answerTokens };
      const isAccepted = acceptedAt !== null;
      return { id: document.id, fileName, batchId, status, failure, isAccepted, values, ...usage };
    }),
  );
  const batches = (await client.call('getBatches', id)).map((batch) => {
    const { state, heldBy, model, usedTokens, usedNanoUsd, lostCalls } = batch;
    return { id: batch.id, state, heldBy, model, usedTokens, usedUsd: usedNanoUsd / 1e9, lostCalls };
  });
  return { batches, documents };
}
