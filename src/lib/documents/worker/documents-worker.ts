import type { DatabaseName } from '../../protocol/commands';
import { ContentStore, textName } from '../contents/content-store';
import { countTokens } from '../counting/count-tokens';
import { DocumentError } from '../document';
import { loadReaders, readDocument } from '../reading/read-document';
import type { LoadAnswer, LoadRequest, ReadAnswer, ReadFacts, ReadRequest } from './messages';

/**
 * Reads and counts documents, one request at a time. It uses the port that its first message brings, because pdf.js
 * listens on the worker's own port as soon as it is loaded, and answers everything there.
 */
self.addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent<unknown>) => {
    if (port === undefined) return;
    port.onmessage = async ({ data }: MessageEvent<ReadRequest | LoadRequest>) =>
      port.postMessage(await ('kind' in data ? load(data) : answer(data)));
  },
  { once: true },
);

async function load({ id }: LoadRequest): Promise<LoadAnswer> {
  const isLoaded = await loadReaders().then(
    () => true,
    () => false,
  );
  return { id, isLoaded };
}

async function answer({ id, bytes, keepFor }: ReadRequest): Promise<ReadAnswer> {
  try {
    const { text, ...rest } = await readCounted(bytes);
    if (keepFor !== undefined) await keep(keepFor, rest.sha256, text);
    return { id, facts: rest };
  } catch (error) {
    return { id, problem: error instanceof DocumentError ? error.problem : 'damaged' };
  }
}

async function readCounted(bytes: Uint8Array): Promise<ReadFacts & { text: string }> {
  const sha256 = await sha256Of(bytes.slice());
  const { text, ...rest } = await readDocument(bytes);
  const textSha256 = await sha256Of(new TextEncoder().encode(text));
  return { ...rest, sha256, textSha256, text, characters: text.length, tokens: countTokens(text) };
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function keep(database: DatabaseName, sha256: string, text: string): Promise<void> {
  try {
    await new ContentStore(database).write(textName(sha256), text);
  } catch (cause) {
    throw new DocumentError('not-stored', { cause });
  }
}
