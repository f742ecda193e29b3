import { TokentabError } from '../../model/errors';
import { callerAddress, type AllowedOrigins } from '../../protocol/caller';
import type { CallRequest } from '../extraction/conversation';

/** How a request ended. `status` is null if there was no answer at all. */
export interface CallerAnswer {
  /** `silent`: the server sent nothing for too long. */
  how: 'done' | 'unreachable' | 'broken' | 'silent' | 'aborted';
  status: number | null;
  /** The header, if the server lets pages read it. */
  retryAfter: string | null;
}

interface SendOptions {
  signal?: AbortSignal;
  onPiece?: (text: string) => void;
  /** Only checks whether anything answers, without reading the answer (`no-cors`). */
  isKnock?: boolean;
}

/** Sends requests; a `Caller`, or a substitute in tests. */
export interface Sender {
  send: (request: CallRequest, options?: SendOptions) => Promise<CallerAnswer>;
}

type Message =
  | { kind: 'ready'; isConfined: boolean }
  | { kind: 'head'; id: string; status: number; retryAfter: string | null }
  | { kind: 'piece'; id: string; text: string }
  | { kind: 'end'; id: string; how: CallerAnswer['how'] | 'blocked' };

interface OpenRequest {
  answer: CallerAnswer;
  onPiece: ((text: string) => void) | undefined;
  resolve: (answer: CallerAnswer) => void;
  reject: (error: TokentabError) => void;
}

/** In milliseconds. Large models on slow machines may take minutes before their first token. */
const silenceMs = 10 * 60_000;
/** For the service worker, which installs itself on the first visit. */
const ackMs = 30_000;

const reload = 'calls-not-confined';

/** A worker that runs static/caller.js. */
type CallerWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Sends requests from a worker; `open` confines it to one origin by its content security policy. */
export class Caller implements Sender {
  readonly #worker: CallerWorker;
  readonly #silenceMs: number;
  readonly #open = new Map<string, OpenRequest>();

  /** @param mostSilenceMs a server that sends nothing for this long gets no more time */
  constructor(worker: CallerWorker, mostSilenceMs = silenceMs) {
    this.#worker = worker;
    this.#silenceMs = mostSilenceMs;
    worker.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    worker.onerror = () => this.#failAll();
  }

  /**
   * @param allowed all origins that the user has saved; any other can no longer be called
   * @param path of the caller's file on this site
   * @throws `NoCaller` if the browser doesn't confine the worker
   */
  static async open(origin: string, allowed: Omit<AllowedOrigins, 'type'>, path: string): Promise<Caller> {
    await allowOrigins(allowed);
    const worker = new Worker(callerAddress(path, origin), { name: 'tokentab-caller' });
    const isConfined = await new Promise<boolean>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Message>) =>
        resolve(data.kind === 'ready' && data.isConfined);
      worker.onerror = () => resolve(false);
    });
    if (!isConfined) {
      worker.terminate();
      throw new TokentabError('NoCaller', reload);
    }
    return new Caller(worker);
  }

  send(request: CallRequest, { signal, onPiece, isKnock = false }: SendOptions = {}): Promise<CallerAnswer> {
    const id = crypto.randomUUID();
    const abort = () => this.#worker.postMessage({ kind: 'abort', id });
    const sent = new Promise<CallerAnswer>((resolve, reject) => {
      const answer = { how: 'done', status: null, retryAfter: null } as const;
      this.#open.set(id, { answer: { ...answer }, onPiece, resolve, reject });
    });
    const mode = isKnock ? { mode: 'no-cors' } : {};
    this.#worker.postMessage({
      kind: 'send',
      id,
      request: { ...request, ...mode },
      silenceMs: this.#silenceMs,
    });
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort);
    return sent.finally(() => signal?.removeEventListener('abort', abort));
  }

  close(): void {
    this.#worker.terminate();
    for (const { answer, resolve } of this.#open.values()) resolve({ ...answer, how: 'aborted' });
    this.#open.clear();
  }

  #hear(message: Message): void {
    if (message.kind === 'ready') return;
    const open = this.#open.get(message.id);
    if (open === undefined) return;
    switch (message.kind) {
      case 'head':
        open.answer.status = message.status;
        open.answer.retryAfter = message.retryAfter;
        break;
      case 'piece':
        open.onPiece?.(message.text);
        break;
      case 'end':
        this.#open.delete(message.id);
        if (message.how === 'blocked') open.reject(new TokentabError('NoCaller', reload));
        else open.resolve({ ...open.answer, how: message.how });
    }
  }

  /** The worker has crashed: open requests may or may not have been processed. */
  #failAll(): void {
    for (const { answer, resolve } of this.#open.values()) resolve({ ...answer, how: 'broken' });
    this.#open.clear();
  }
}

/**
 * Tells the service worker which origins may be called. Applies to callers that are opened later.
 * @throws `NoCaller` if there is no service worker, as in private windows of some browsers
 */
async function allowOrigins(allowed: Omit<AllowedOrigins, 'type'>): Promise<void> {
  const worker = await controllingWorker();
  const { port1, port2 } = new MessageChannel();
  const message: AllowedOrigins = { type: 'ALLOWED_ORIGINS', ...allowed };
  const isKept = await new Promise<boolean>((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), ackMs);
    worker?.postMessage(message, [port2]);
  });
  port1.close();
  if (!isKept) throw new TokentabError('NoCaller', reload);
}

/** On the first visit, the service worker takes control a moment after the page has loaded. */
async function controllingWorker(): Promise<ServiceWorker | null> {
  const { serviceWorker } = navigator;
  if (!('serviceWorker' in navigator)) return null;
  if (serviceWorker.controller !== null) return serviceWorker.controller;
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    setTimeout(resolve, ackMs);
  });
  return serviceWorker.controller;
}
