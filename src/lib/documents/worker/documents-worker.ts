import { countTokens } from '../counting/count-tokens';
import { DocumentError } from '../document';
import { readDocument } from '../reading/read-document';
import type { ReadAnswer, ReadFacts, ReadRequest } from './messages';

/**
 * Reads and counts documents, one request at a time. It uses the port that its first message brings, because pdf.js
 * listens on the worker's own port as soon as it is loaded, and answers everything there.
 */
self.addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent<unknown>) => {
    if (port === undefined) return;
    port.onmessage = async ({ data }: MessageEvent<ReadRequest>) => port.postMessage(await answer(data));
  },
  { once: true },
);

async function answer({ id, bytes }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { id, facts: await factsOf(bytes) };
  } catch (error) {
    return { id, problem: error instanceof DocumentError ? error.problem : 'damaged' };
  }
}

async function factsOf(bytes: Uint8Array): Promise<ReadFacts> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  const { text, ...rest } = await readDocument(bytes);
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...rest, sha256, characters: text.length, tokens: countTokens(text) };
}
