/**
 * The worker that calls a model, and the only code of Tokentab that reaches another origin. The service worker serves
 * it with a policy that allows the one origin in its address, if the user has saved it, and nothing else
 * (src/lib/protocol/caller.ts). Without that service worker its policy allows nothing. It has no imports and knows
 * nothing about documents: it sends the requests that it is given, and passes the answers on in pieces.
 *
 * Messages to it: { kind: 'send', id, request, silenceMs } and { kind: 'abort', id }.
 *
 * Messages from it: { kind: 'ready', isConfined } once, and for each request at most one { kind: 'head', id, status,
 * retryAfter }, any number of { kind: 'piece', id, text }, and one { kind: 'end', id, how }.
 */
(() => {
  /** @type {Map<string, AbortController>} */
  const open = new Map();
  let violations = 0;
  addEventListener('securitypolicyviolation', () => (violations += 1));

  /** Whether the policy is in force: then a request to our own origin, which would answer, is blocked. */
  async function isConfined() {
    const was = violations;
    try {
      await fetch(`${location.origin}/robots.txt`, { cache: 'no-store' });
      return false;
    } catch {
      // A busy machine reports it late, and without a report nothing can be sent.
      return hasNewViolation(was, 10_000);
    }
  }

  /** Waits, because the browser reports a violation in a later task than the failed request. */
  async function hasNewViolation(was, longestMs) {
    const end = performance.now() + longestMs;
    while (violations === was && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return violations > was;
  }

  async function send({ id, request, silenceMs }) {
    const controller = new AbortController();
    open.set(id, controller);
    const was = violations;
    let hasHead = false;
    let isSilent = false;
    let timer;
    const hear = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSilent = true;
        controller.abort();
      }, silenceMs);
    };
    const end = (how) => postMessage({ kind: 'end', id, how });
    hear();
    try {
      const response = await fetch(request.url, {
        ...request,
        signal: controller.signal,
        credentials: 'omit',
        cache: 'no-store',
        // The user hasn't approved the address that a redirect leads to. Browsers refuse requests without CORS unless
        // they may be redirected; for those, the policy of this worker blocks other origins.
        redirect: request.mode === 'no-cors' ? 'follow' : 'error',
        referrerPolicy: 'no-referrer',
      });
      hasHead = true;
      postMessage({
        kind: 'head',
        id,
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
      });
      const pieces = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces?.read(); piece && !piece.done; piece = await pieces.read()) {
        hear();
        postMessage({ kind: 'piece', id, text: piece.value });
      }
      end('done');
    } catch {
      if (controller.signal.aborted) end(isSilent ? 'silent' : 'aborted');
      else if (hasHead) end('broken');
      else end((await hasNewViolation(was, 100)) ? 'blocked' : 'unreachable');
    } finally {
      clearTimeout(timer);
      open.delete(id);
    }
  }

  addEventListener('message', ({ data }) => {
    if (data.kind === 'abort') open.get(data.id)?.abort();
    else if (data.kind === 'send') void send(data);
  });
  void isConfined().then((isConfined) => postMessage({ kind: 'ready', isConfined }));
})();
