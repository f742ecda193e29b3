import type { LlmAddress } from '../../model/extraction';
import { adapterOf } from '../extraction/adapters';
import { emptyAnswer, type Question } from '../extraction/conversation';
import type { CallResult } from '../extraction/next-step';
import { eventReader } from '../extraction/read-events';
import { parseJson } from '../extraction/wire';
import type { Sender } from './caller';
import { isAnythingAt } from './knock';

/** In characters: enough for any server's error message. */
const mostError = 20_000;
/** Connecting to a program on this machine takes no time, so a request that fails later than this was received. */
const connectingMs = 2_000;

/** Sends one document to a model and reads the streamed answer. */
export async function callModel(
  caller: Sender,
  address: Pick<LlmAddress, 'kind' | 'origin' | 'path'>,
  key: string,
  question: Question,
  signal: AbortSignal,
): Promise<{ result: CallResult; status: number | null }> {
  const adapter = adapterOf(address);
  const answer = emptyAnswer();
  let hasEvents = false;
  const read = eventReader((event) => {
    hasEvents = true;
    adapter.read(answer, event);
  });
  let start = '';
  const startedAt = performance.now();
  const { how, status, retryAfter } = await caller.send(adapter.ask(address, key, question), {
    signal,
    onPiece: (text) => {
      if (start.length < mostError) start += text;
      read(text);
    },
  });
  // The last event may have no line break after it.
  read('\n');
  return { result: await resultOf(), status };

  async function resultOf(): Promise<CallResult> {
    if (status !== null && status >= 400) {
      return { kind: 'status', status, body: start, retryAfterMs: millisecondsOf(retryAfter) };
    }
    if (how === 'done' && hasEvents) return { kind: 'answer', answer };
    if (how === 'done') return { kind: 'not-a-model', isJson: parseJson(start) !== undefined };
    if (how !== 'unreachable') return { kind: how, pieces: answer.pieces };
    const isLate = performance.now() - startedAt > connectingMs && address.origin.startsWith('http:');
    if (isLate) return { kind: 'broken', pieces: 0 };
    return { kind: (await isAnythingAt(caller, address.origin, signal)) ? 'page-refused' : 'unreachable' };
  }
}

/** The header gives seconds or a date. */
function millisecondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
