/**
 * Opens the caller for an origin and lets it send a GET, without any code of the app. Runs in the page. `allowed` are the
 * origins that the service worker is told; null if there is none.
 * @returns what became of it: 'done', or how it failed
 */
export async function callFrom({
  allowed,
  origin,
  url,
}: {
  allowed: string[] | null;
  origin: string;
  url: string;
}): Promise<string> {
  interface Message {
    kind: string;
    how?: string;
    isConfined?: boolean;
  }
  if (allowed !== null) {
    const { controller } = navigator.serviceWorker;
    if (controller === null) throw new Error('No service worker controls this page.');
    const { port1, port2 } = new MessageChannel();
    const kept = new Promise((resolve) => (port1.onmessage = resolve));
    controller.postMessage({ type: 'ALLOWED_ORIGINS', database: 'main', origins: allowed }, [port2]);
    await kept;
  }
  const worker = new Worker(`/caller.js?${new URLSearchParams({ origin }).toString()}`);
  const next = (kind: string) =>
    new Promise<Message>((resolve) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        if (data.kind === kind) resolve(data);
      }),
    );
  const [ready, end] = [next('ready'), next('end')];
  if ((await ready).isConfined !== true) return 'unconfined';
  const request = { url, method: 'GET', headers: { Authorization: 'Bearer key' }, body: null };
  worker.postMessage({ kind: 'send', id: '1', request, silenceMs: 10_000 });
  const { how } = await end;
  worker.terminate();
  return how ?? '';
}
