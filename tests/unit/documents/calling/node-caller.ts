import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { Caller } from '../../../../src/lib/documents/calling/caller';

type CallerWorker = ConstructorParameters<typeof Caller>[0];

/** Browsers fail a request without CORS that may not be redirected (https://fetch.spec.whatwg.org/#main-fetch). */
function fetchAsBrowsers(address: string, options: RequestInit): Promise<Response> {
  const { mode, redirect } = options;
  if (mode === 'no-cors' && redirect !== 'follow') return Promise.reject(new TypeError('Failed to fetch'));
  return fetch(address, options);
}

const script = readFileSync('static/caller.js', 'utf8');

/**
 * The caller with its real worker's code, in Node: its requests reach real servers. Node has no content security
 * policies and no CORS; tests/e2e/caller.e2e.ts shows those.
 */
export function nodeCaller(mostSilenceMs?: number): Caller {
  let hear: (event: { data: unknown }) => void = () => undefined;
  const worker: CallerWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (data: unknown) => queueMicrotask(() => hear({ data })),
    terminate: () => undefined,
  };
  const scope = {
    addEventListener(type: string, listener: typeof hear) {
      if (type === 'message') hear = listener;
    },
    postMessage(data: unknown) {
      queueMicrotask(() => {
        worker.onmessage?.call(worker as Worker, { data } as MessageEvent);
      });
    },
    // Where nothing listens.
    location: { origin: 'http://127.0.0.1:1' },
    fetch: fetchAsBrowsers,
    setTimeout,
    clearTimeout,
    performance,
    AbortController,
    TextDecoderStream,
  };
  const caller = new Caller(worker, mostSilenceMs);
  runInContext(script, createContext(scope));
  return caller;
}
